/** `future.result()` and `future.result(timeout=5)` of `concurrent.futures`, taken apart. */
import { childIn, childrenOf, is, type Node, textOf } from '../../syntax/table.ts';
import type { Site } from '../site.ts';

export interface ResultCall {
  /** What stands before `.result`. */
  readonly future: Node;
  /** The value of the timeout; null where it waits without end. */
  readonly timeout: Node | null;
}

/** The call at `site`; null where it is something else, or passes what is not plainly a timeout. */
export function resultCall({ table, node, event, steps }: Site): ResultCall | null {
  const isResult =
    event.kind === 'call' &&
    steps.length > 0 &&
    steps.every((step) => step.kind === 'fact' && step.row.name === 'concurrent.futures.Future.result');
  const callee = childIn(table, node, 'function');
  if (!isResult || !is(table, callee, 'attribute') || textOf(table, childIn(table, callee, 'attribute')) !== 'result')
    return null;
  const future = childIn(table, callee, 'object');
  const [argument, ...others] = childrenOf(table, childIn(table, node, 'arguments'));
  if (argument === undefined) return { future, timeout: null };
  if (others.length > 0 || is(table, argument, 'list_splat') || is(table, argument, 'dictionary_splat')) return null;
  const value = is(table, argument, 'keyword_argument') ? childIn(table, argument, 'value') : argument;
  return { future, timeout: is(table, value, 'none') ? null : value };
}
