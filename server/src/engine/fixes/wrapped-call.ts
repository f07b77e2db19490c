/**
 * Turns `f(a, b)` into `await OFFLOAD(f, a, b)` by putting text around and between what is there, so that arguments, their comments
 * and their lines stay as they are.
 */
import { childIn, childrenOf, endOf, is, type Node, type SyntaxTable, startOf } from '../syntax/table.ts';
import { type Change, hasComment, indentationAt, insertion, lineStartBefore, replacement } from './edits.ts';
import type { Site } from './site.ts';

/** What stands before the callable and behind the last argument: `asyncio.to_thread(` and `)`. */
export interface Wrapping {
  readonly before: string;
  readonly after: string;
}

/** The changes that wrap the call at `site`; null where a comment is in the way. */
export function wrapCall(
  { table, file, node }: Site,
  path: readonly Node[],
  { before, after }: Wrapping,
): Change[] | null {
  const callee = childIn(table, node, 'function');
  const list = childIn(table, node, 'arguments');
  const [start, calleeEnd, listStart, end] = [
    startOf(table, node),
    endOf(table, callee),
    startOf(table, list),
    endOf(table, node),
  ];
  if (hasComment(table, start, listStart)) return null;
  const isOperand = needsParentheses(table, path);
  const space = /\w$/.test(table.text.slice(Math.max(0, start - 1), start)) ? ' ' : '';
  const opening = `${space}${isOperand ? '(' : ''}await ${before}`;
  const closing = `${after.slice(0, -1)}${isOperand ? ')' : ''}`;
  const ending = closing === '' ? [] : [insertion(end, closing)];
  if (is(table, list, 'generator_expression')) {
    return [insertion(start, opening), replacement(calleeEnd, listStart, ', '), insertion(end, `)${closing}`)];
  }
  const [first] = childrenOf(table, list);
  if (first === undefined) return [insertion(start, opening), replacement(calleeEnd, listStart + 1, ''), ...ending];
  const at = startOf(table, first);
  const isOnNewLine = /[\r\n]/.test(table.text.slice(listStart, at));
  if (!isOnNewLine) return [insertion(start, opening), replacement(calleeEnd, listStart + 1, ', '), ...ending];
  // The callable gets a line of its own, like the arguments below it.
  const indentation = indentationAt(file.lineStarts, at, table.text);
  const startsLine = table.text.slice(lineStartBefore(file.lineStarts, at), at) === indentation;
  if (!startsLine) return null;
  const callable = table.text.slice(start, calleeEnd);
  return [replacement(start, listStart + 1, `${opening}`), insertion(at, `${callable},\n${indentation}`), ...ending];
}

/** `f(x).y`, `f(x)[0]`, `f(x)()`: an await would apply to the whole. */
export function needsParentheses(table: SyntaxTable, path: readonly Node[]): boolean {
  const [node = 0, parent = 0] = [path.at(-1), path.at(-2)];
  return (
    (is(table, parent, 'attribute') && childIn(table, parent, 'object') === node) ||
    (is(table, parent, 'subscript') && childIn(table, parent, 'value') === node) ||
    (is(table, parent, 'call') && childIn(table, parent, 'function') === node)
  );
}

/** Whether the call passes a keyword argument or `**kwargs`. */
export function hasKeywords({ table, node }: Site): boolean {
  const list = childIn(table, node, 'arguments');
  return childrenOf(table, list).some(
    (child) => is(table, child, 'keyword_argument') || is(table, child, 'dictionary_splat'),
  );
}
