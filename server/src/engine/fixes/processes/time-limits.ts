/** `except subprocess.TimeoutExpired:` around a wait with a time limit, which names the error of `asyncio.wait_for` instead. */
import {
  childIn,
  childOfKind,
  childrenOf,
  endOf,
  is,
  type Node,
  nextOf,
  type SyntaxTable,
  startOf,
  textOf,
} from '../../syntax/table.ts';
import type { Site } from '../site.ts';
import { type Change, replacement } from '../text/edits.ts';
import type { Speller } from '../text/speller.ts';
import { timeoutError } from './asyncio-lines.ts';
import { namesAt } from './values.ts';

export interface TimeLimit {
  /** What the handler does. */
  readonly handler: Node;
  /** Renames the error that it catches. */
  readonly change: Change;
}

/** The handler of the wait at the end of `path`; null where the innermost `try` has none that is for this wait alone. */
export function timeLimitAt(site: Site, path: readonly Node[], speller: Speller): TimeLimit | null {
  const { table } = site;
  const around = path.findLast((node, depth) => {
    return is(table, node, 'try_statement') && childIn(table, node, 'body') === path[depth + 1];
  });
  if (around === undefined || countLimits(table, childIn(table, around, 'body')) !== 1) return null;
  // An earlier clause could catch the new error, which is an OSError.
  const clause = childrenOf(table, around).find((each) => is(table, each, 'except_clause')) ?? -1;
  const caught = childIn(table, clause, 'value');
  if (caught < 0 || namesAt(site, caught).join() !== 'subprocess.TimeoutExpired') return null;
  const change = replacement(startOf(table, caught), endOf(table, caught), timeoutError(site, speller));
  return { handler: childOfKind(table, clause, 'block'), change };
}

/** How many calls below `node` are given a `timeout`. */
function countLimits(table: SyntaxTable, node: Node): number {
  let count = 0;
  for (let at = node; at < nextOf(table, node); at++) {
    if (is(table, at, 'keyword_argument') && textOf(table, childIn(table, at, 'name')) === 'timeout') count++;
  }
  return count;
}
