/** Which quotes a file writes its strings with, and texts of a fix written with them. */
import { endOf, is, type SyntaxTable, startOf } from '../../syntax/table.ts';

/** `text`, whose strings have double quotes and no others in them, with the quotes that most strings of the file have. */
export function quotedAs(table: SyntaxTable, text: string): string {
  return prefersSingle(table) ? text.replaceAll('"', "'") : text;
}

const known = new WeakMap<SyntaxTable, boolean>();

function prefersSingle(table: SyntaxTable): boolean {
  const before = known.get(table);
  if (before !== undefined) return before;
  let balance = 0;
  for (let node = 0; node < table.length; node++) {
    if (!is(table, node, 'string_start')) continue;
    const quote = table.text.slice(startOf(table, node), endOf(table, node)).replace(/^\w*/, '');
    if (quote === "'") balance++;
    if (quote === '"') balance--;
  }
  known.set(table, balance > 0);
  return balance > 0;
}
