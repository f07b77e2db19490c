/** Names for what a fix adds, which nothing in the function around uses. */
import { endOf, is, type Node, type SyntaxTable, startOf, textOf } from '../../syntax/table.ts';

/** The first of `wanted` that does not occur below `node`, or else the last with a number. */
export function freshName(table: SyntaxTable, node: Node, wanted: readonly string[]): string {
  const used = new Set<string>();
  for (let at = 0; at < table.length; at++) {
    const isInside = startOf(table, at) >= startOf(table, node) && endOf(table, at) <= endOf(table, node);
    if (isInside && is(table, at, 'identifier')) used.add(textOf(table, at));
  }
  const free = wanted.find((name) => !used.has(name));
  if (free !== undefined) return free;
  const base = wanted.at(-1) ?? 'value';
  let number = 2;
  while (used.has(`${base}${number}`)) number++;
  return `${base}${number}`;
}
