/** Adds a name to `from m import …` or replaces one there: on one line, in parentheses, one a line, with comments between. */
import { childIn, childrenIn, endOf, is, type Node, startOf, textOf } from '../../syntax/table.ts';
import {
  type Change,
  type EditedFile,
  indentationAt,
  insertion,
  lineStartBefore,
  nextLineStart,
  replacement,
} from './edits.ts';

/** The changes that add `name` to the names of `statement`, in order if they are in order. */
export function addToFromImport(file: EditedFile, statement: Node, name: string): Change[] {
  const { table } = file;
  const names = childrenIn(table, statement, 'name');
  const last = names.at(-1) ?? statement;
  if (names.some((node) => textOf(table, node) === name)) return [];
  const texts = names.map((node) => textOf(table, node).toLowerCase());
  const isSorted = texts.every((text, index) => index === 0 || (texts[index - 1] ?? '') <= text);
  const follower = isSorted ? names.find((node) => textOf(table, node).toLowerCase() > name.toLowerCase()) : undefined;
  const isOwnLine = (node: Node) => isParenthesised(file, statement) && startsItsLine(file, node);
  if (follower !== undefined) {
    const at = startOf(table, follower);
    const separator = isOwnLine(follower) ? `\n${indentationAt(file.lineStarts, at, table.text)}` : ' ';
    return [insertion(at, `${name},${separator}`)];
  }
  return isOwnLine(last) ? [...onNewLine(file, last, name)] : [insertion(endOf(table, last), `, ${name}`)];
}

/** The change that makes `import old` in `statement` an `import replaced`. Null if it is there under another name. */
export function replaceInFromImport(file: EditedFile, statement: Node, old: string, replaced: string): Change | null {
  const { table } = file;
  const node = childrenIn(table, statement, 'name').find((each) => {
    return is(table, each, 'dotted_name') && textOf(table, each) === old;
  });
  return node === undefined ? null : replacement(startOf(table, node), endOf(table, node), replaced);
}

/** Lines of a list that `\` continues cannot be added to like those in parentheses. */
function isParenthesised({ table }: EditedFile, statement: Node): boolean {
  const [first = statement] = childrenIn(table, statement, 'name');
  return table.text.slice(endOf(table, childIn(table, statement, 'module_name')), startOf(table, first)).includes('(');
}

function startsItsLine({ table, lineStarts }: EditedFile, node: Node): boolean {
  const start = startOf(table, node);
  return table.text.slice(lineStartBefore(lineStarts, start), start).trim() === '';
}

/** A line of its own behind that of `last`, whatever comment that ends with. */
function* onNewLine({ table, lineStarts }: EditedFile, last: Node, name: string): Generator<Change> {
  const end = endOf(table, last);
  const line = `${indentationAt(lineStarts, end, table.text)}${name},`;
  const behind = /^[ \t]*(,?)[ \t]*(#[^\r\n]*)?(\r|\n|$)/.exec(table.text.slice(end));
  // `b)` closes the parenthesis on the same line.
  if (behind === null) {
    yield insertion(end, `,\n${line.slice(0, -1)}`);
    return;
  }
  if (behind[1] === '') yield insertion(end, ',');
  yield insertion(nextLineStart(lineStarts, end, table.text), `${line}\n`);
}

/** The module that `statement` imports from, as the text has it. */
export function moduleOf({ table }: EditedFile, statement: Node): string {
  return textOf(table, childIn(table, statement, 'module_name'));
}
