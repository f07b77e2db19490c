/**
 * Edits: what a fix changes in one file, collected as changes of the text and handed out as TextEdits in the file's own style.
 * It knows texts and offsets and nothing of Python's meaning.
 */
import type { TextEdit } from '../../findings/finding.ts';
import { type LineStarts, positionAt } from '../../syntax/lines.ts';
import { endOf, is, type SyntaxTable, startOf } from '../../syntax/table.ts';

/** `text` takes the place of `start`..`end`; nothing is there to be replaced where both are the same. UTF-16 offsets. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The file that a fix changes. */
export interface EditedFile {
  readonly path: string;
  readonly lineStarts: LineStarts;
  readonly table: SyntaxTable;
}

export function insertion(at: number, text: string): Change {
  return { start: at, end: at, text };
}

export function replacement(start: number, end: number, text: string): Change {
  return { start, end, text };
}

/** `changes` as edits: sorted, those that touch made one, line ends as in the file. Throws where two change the same text. */
export function textEdits({ path, lineStarts, table }: EditedFile, changes: readonly Change[]): TextEdit[] {
  const lineEnd = lineEndOf(table.text);
  return merged(changes).map(({ start, end, text }) => ({
    path,
    range: {
      start: positionAt(lineStarts, start),
      end: positionAt(lineStarts, end),
      startOffset: start,
      endOffset: end,
    },
    newText: text.replace(/\r\n|\r|\n/g, lineEnd),
  }));
}

/** In the order of the text. Of changes at one place insertions come first, in the order given. */
function merged(changes: readonly Change[]): Change[] {
  const sorted = changes.toSorted((a, b) => a.start - b.start || a.end - b.end);
  const result: Change[] = [];
  for (const change of sorted) {
    const before = result.at(-1);
    if (
      before === undefined ||
      before.end < change.start ||
      (before.end === change.start && !touches(before, change))
    ) {
      result.push(change);
      continue;
    }
    if (before.end > change.start) throw new Error(`two changes of the text at ${change.start}`);
    result[result.length - 1] = { start: before.start, end: change.end, text: before.text + change.text };
  }
  return result;
}

/** Two changes without text between them are one: an editor would have to guess their order. */
function touches(before: Change, after: Change): boolean {
  return before.end === after.start;
}

/** The line end that `text` uses: that of its first line. */
export function lineEndOf(text: string): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
}

/** Where the line that holds `offset` starts. */
export function lineStartBefore(lineStarts: LineStarts, offset: number): number {
  return lineStarts[positionAt(lineStarts, offset).line] ?? 0;
}

/** Where the line behind the one that holds `offset` starts; the end of `text` if that is the last line. */
export function nextLineStart(lineStarts: LineStarts, offset: number, text: string): number {
  return lineStarts[positionAt(lineStarts, offset).line + 1] ?? text.length;
}

/** The white space that the line holding `offset` starts with. */
export function indentationAt(lineStarts: LineStarts, offset: number, text: string): string {
  return /^[ \t\f]*/.exec(text.slice(lineStartBefore(lineStarts, offset)))?.[0] ?? '';
}

/** Where the lines of the statement that begins at `start` begin, with the comments right above that are indented as it is. */
export function aboveStatement({ table, lineStarts }: EditedFile, start: number): number {
  let at = lineStartBefore(lineStarts, start);
  const indentation = indentationAt(lineStarts, start, table.text);
  for (;;) {
    const above = at === 0 ? at : lineStartBefore(lineStarts, at - 1);
    if (above === at || !table.text.startsWith(`${indentation}#`, above)) return at;
    at = above;
  }
}

/** Whether a comment stands between `start` and `end`. */
export function hasComment(table: SyntaxTable, start: number, end: number): boolean {
  for (let node = 0; node < table.length; node++) {
    if (is(table, node, 'comment') && startOf(table, node) >= start && endOf(table, node) <= end) return true;
  }
  return false;
}
