/** Text edits as data: which fixes can be made together, and a text after its edits. Pure. */
import type { Fix, TextEdit } from '../engine/findings/finding.ts';

/** Fixes that can be made at once, and the edits they come to. */
export interface EditPlan {
  readonly fixes: readonly Fix[];
  /** By path; sorted by place, none overlaps another. */
  readonly edits: ReadonlyMap<string, readonly TextEdit[]>;
}

/**
 * As many of `fixes`, in order, as do not touch what an earlier one changes; a fix is taken whole or not at all. An edit that
 * several share (the import they all need) is made once.
 */
export function planEdits(fixes: readonly Fix[]): EditPlan {
  const taken: Fix[] = [];
  const edits = new Map<string, TextEdit[]>();
  for (const fix of fixes) {
    const added = fix.edits.filter((edit) => !edits.get(edit.path)?.some((other) => isSameEdit(edit, other)));
    if (added.some((edit) => edits.get(edit.path)?.some((other) => isInConflict(edit, other)))) continue;
    taken.push(fix);
    for (const edit of added) edits.set(edit.path, [...(edits.get(edit.path) ?? []), edit]);
  }
  for (const ofFile of edits.values()) ofFile.sort((a, b) => a.range.startOffset - b.range.startOffset);
  return { fixes: taken, edits };
}

/** `text` after `edits` (sorted, not overlapping). Their line ends become those of the text. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const lineEnd = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
  const parts: string[] = [];
  let from = 0;
  for (const { range, newText } of edits) {
    parts.push(text.slice(from, range.startOffset), newText.replace(/\r\n|\r|\n/g, lineEnd));
    from = range.endOffset;
  }
  return parts.join('') + text.slice(from);
}

/** The same replacement, or the same whole line put in: `import asyncio` twice. */
function isSameEdit(a: TextEdit, b: TextEdit): boolean {
  const isSame =
    a.range.startOffset === b.range.startOffset && a.range.endOffset === b.range.endOffset && a.newText === b.newText;
  const isInsertion = a.range.startOffset === a.range.endOffset;
  return isSame && (!isInsertion || a.newText.endsWith('\n'));
}

/** They share text, or put theirs in at the same place, where the order would decide. */
function isInConflict(a: TextEdit, b: TextEdit): boolean {
  if (a.range.startOffset === b.range.startOffset) return true;
  return a.range.startOffset < b.range.endOffset && b.range.startOffset < a.range.endOffset;
}
