/** Statements as lines of a block: whether they own their lines, how the file indents, and their text one level deeper. */
import { Kind } from '../../syntax/kinds.ts';
import { endOf, is, kindOf, type Node, nextOf, type SyntaxTable, startOf } from '../../syntax/table.ts';
import { type Change, type EditedFile, indentationAt, lineStartBefore, nextLineStart } from './edits.ts';

/** A statement, the block it stands in and its place among that block's statements. */
export interface BlockPlace {
  readonly block: Node;
  readonly statement: Node;
}

/** The innermost statement on `path` and its block; null outside of any function. */
export function statementOn(table: SyntaxTable, path: readonly Node[]): BlockPlace | null {
  const depth = path.findLastIndex((node) => is(table, node, 'block'));
  const [block, statement] = [path[depth], path[depth + 1]];
  return block === undefined || statement === undefined ? null : { block, statement };
}

/** Whether nothing but comments stands on the lines of `first`..`last` besides them. */
export function ownLines({ table, lineStarts }: EditedFile, first: Node, last: Node): boolean {
  const before = table.text.slice(lineStartBefore(lineStarts, startOf(table, first)), startOf(table, first));
  const end = endOf(table, last);
  const behind = table.text.slice(end, nextLineStart(lineStarts, end - 1, table.text));
  return before.trim() === '' && /^\s*(?:#.*)?$/.test(behind.trimEnd());
}

/** What one level of indentation is at `block`, on `path`: what its lines have more than the line of the statement around it. */
export function indentationUnit({ table, lineStarts }: EditedFile, path: readonly Node[], block: Node): string {
  const owner = path[path.indexOf(block) - 1] ?? 0;
  const inner = indentationAt(lineStarts, startOf(table, block), table.text);
  const outer = indentationAt(lineStarts, startOf(table, owner), table.text);
  const unit = inner.startsWith(outer) ? inner.slice(outer.length) : '';
  return unit !== '' ? unit : inner.includes('\t') ? '\t' : '    ';
}

/** Insertions that indent the lines that start between `start` and `end` by `unit`: not those inside strings, nor empty ones. */
export function indentLines({ table, lineStarts }: EditedFile, start: number, end: number, unit: string): Change[] {
  const strings = stringsBetween(table, start, end);
  return Array.from(lineStarts).flatMap((at) => {
    if (at <= start || at >= end || /^[ \t\f]*(?:[\r\n]|$)/.test(table.text.slice(at, at + 400))) return [];
    const isInString = strings.some((node) => startOf(table, node) < at && at < endOf(table, node));
    return isInString ? [] : [{ start: at, end: at, text: unit }];
  });
}

/** The lines between `start` and `end` after `changes`, without the indentation of the line at `at`; inside strings lines stay. */
export function outdented(
  { table, lineStarts }: EditedFile,
  start: number,
  end: number,
  at: number,
  changes: readonly Change[],
): string {
  const indentation = indentationAt(lineStarts, at, table.text);
  const strings = stringsBetween(table, start, end);
  const removed = Array.from(lineStarts).flatMap((line) => {
    const isInside = line >= start && line < end && table.text.startsWith(indentation, line);
    const isInString = strings.some((node) => startOf(table, node) < line && line < endOf(table, node));
    return isInside && !isInString ? [{ start: line, end: line + indentation.length, text: '' }] : [];
  });
  return rendered(table, start, end, [...removed, ...changes]);
}

function stringsBetween(table: SyntaxTable, start: number, end: number): Node[] {
  const strings: Node[] = [];
  for (let node = 0; node < table.length; ) {
    const isApart = endOf(table, node) <= start || startOf(table, node) >= end;
    if (!isApart && kindOf(table, node) === Kind.string) strings.push(node);
    node = isApart || kindOf(table, node) === Kind.string ? nextOf(table, node) : node + 1;
  }
  return strings;
}

/** The text between `start` and `end` after `changes`, which must lie in there and not overlap. */
export function rendered(table: SyntaxTable, start: number, end: number, changes: readonly Change[]): string {
  let text = '';
  let from = start;
  for (const change of changes.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    text += table.text.slice(from, change.start) + change.text;
    from = change.end;
  }
  return text + table.text.slice(from, end);
}
