/** The edits, whole lines each, that turn one text into another: what stays keeps its cursors and breakpoints. */
import { diffLines } from 'diff';
import type { SourceRange } from '../engine/findings/finding.ts';
import { type LineStarts, lineStartsOf, positionAt } from '../engine/syntax/lines.ts';

export interface Difference {
  /** What to replace in the text before. */
  readonly range: SourceRange;
  readonly newText: string;
}

/** Sorted, not overlapping, not touching. */
export function differencesBetween(before: string, after: string): Difference[] {
  const lineStarts = lineStartsOf(before);
  const differences: Difference[] = [];
  let end = 0;
  let start: number | null = null;
  let newText = '';
  const close = (): void => {
    if (start !== null) differences.push({ range: rangeBetween(lineStarts, start, end), newText });
    start = null;
    newText = '';
  };
  for (const { added, removed, value } of diffLines(before, after)) {
    if (added || removed) start ??= end;
    else close();
    if (added) newText += value;
    else end += value.length;
  }
  close();
  return differences;
}

function rangeBetween(lineStarts: LineStarts, startOffset: number, endOffset: number): SourceRange {
  return { start: positionAt(lineStarts, startOffset), end: positionAt(lineStarts, endOffset), startOffset, endOffset };
}
