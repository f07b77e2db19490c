/** Makes an awaited call of another callable of a call: `f(a, b)` becomes `await g(a, b)`, its arguments as they are. */
import { childIn, childrenOf, endOf, is, type Node, pathTo, startOf, textOf } from '../../syntax/table.ts';
import type { Site } from '../site.ts';
import { type Change, hasComment, insertion, replacement } from './edits.ts';
import { writtenAt } from './layout.ts';
import { needsParentheses, spaceBefore } from './wrapped-call.ts';

/** The changes that await `call` with `callee` in the place of what it calls; null where a comment is in the way of its new name. */
export function awaitedCall(site: Site, call: Node, callee: string): Change[] | null {
  const { table, file, settings } = site;
  const path = pathTo(table, call);
  const [start, end] = [startOf(table, call), endOf(table, call)];
  const old = childIn(table, call, 'function');
  const list = childIn(table, call, 'arguments');
  const kept = commonLength(textOf(table, old), callee);
  if (hasComment(table, start + kept, startOf(table, list))) return null;
  const isOperand = needsParentheses(table, path);
  const opening = `${spaceBefore(table, start)}${isOperand ? '(' : ''}await `;
  const closing = isOperand ? ')' : '';
  // Text in quotes could not be broken before Python 3.12.
  const isWhole = /[\r\n]/.test(table.text.slice(start, end)) || path.some((each) => is(table, each, 'string'));
  if (!isWhole && is(table, list, 'argument_list')) {
    const items = childrenOf(table, list).map((child) => textOf(table, child));
    const written = writtenAt(
      file,
      settings,
      { start, end },
      { head: `${opening}${callee}(`, items, tail: `)${closing}` },
    );
    if (written.includes('\n')) return [replacement(start, end, written)];
  }
  return [
    insertion(start, opening),
    replacement(start + kept, endOf(table, old), callee.slice(kept)),
    ...(closing === '' ? [] : [insertion(end, closing)]),
  ];
}

/** How much of the start of both is the same. */
function commonLength(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return length;
}
