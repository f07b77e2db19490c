/** Several changes that belong together, as one. */
import type { SyntaxTable } from '../../syntax/table.ts';
import { rendered } from '../text/blocks.ts';
import { type Change, replacement } from '../text/edits.ts';

/**
 * One change that does what `changes` do. No other fix can be made in between at the same time: the names that these add are in use
 * there.
 */
export function asOne(table: SyntaxTable, changes: readonly Change[]): Change {
  const start = Math.min(...changes.map((each) => each.start));
  const end = Math.max(...changes.map((each) => each.end));
  return replacement(start, end, rendered(table, start, end, changes));
}
