/**
 * Finds loops that may burn CPU: arithmetic or container work in the body, no await, no yield. Only the shape is told here;
 * whether the calls in the body wait or compute is for the program to say, so the events of the loop go with it.
 */
import { Kind } from '../syntax/kinds.ts';
import {
  childIn,
  childrenOf,
  endOf,
  is,
  kindOf,
  NO_NODE,
  type Node,
  nextOf,
  type SyntaxTable,
  startOf,
  textOf,
} from '../syntax/table.ts';
import type { HotLoop } from './model.ts';

const NOT_HOT = new Set<number>([
  Kind.await,
  Kind.yield,
  Kind.function_definition,
  Kind.class_definition,
  Kind.with_statement,
]);
const WORK = new Set<number>([
  Kind.binary_operator,
  Kind.augmented_assignment,
  Kind.subscript,
  Kind.comparison_operator,
]);

/** The loop at `node`, whose body's events are `firstEvent`..`lastEvent` of its scope; null if nothing in it computes. */
export function hotLoopAt(table: SyntaxTable, node: Node, firstEvent: number, lastEvent: number): HotLoop | null {
  let operations = 0;
  const end = nextOf(table, node);
  for (let at = node + 1; at < end; at++) {
    const kind = kindOf(table, at);
    if (NOT_HOT.has(kind)) return null;
    if (WORK.has(kind)) operations++;
  }
  if (operations === 0) return null;
  const { depth, steps } = nesting(table, node);
  return { start: startOf(table, node), end: endOf(table, node), depth, steps, operations, firstEvent, lastEvent };
}

/** The deepest nesting of loops at `node`, and the product of the bounds on the way where all are literal. */
function nesting(table: SyntaxTable, node: Node): { depth: number; steps: number | null } {
  const own = boundOf(table, node);
  let inner: { depth: number; steps: number | null } = { depth: 0, steps: 1 };
  const end = nextOf(table, node);
  for (let at = childIn(table, node, 'body'); at !== NO_NODE && at < end; at++) {
    if (!is(table, at, 'for_statement') && !is(table, at, 'while_statement')) continue;
    const found = nesting(table, at);
    if (found.depth > inner.depth) inner = found;
    at = nextOf(table, at) - 1;
  }
  return { depth: inner.depth + 1, steps: own === null || inner.steps === null ? null : own * inner.steps };
}

/** How often `for … in range(literal)` runs; null for every other loop. */
function boundOf(table: SyntaxTable, node: Node): number | null {
  const iterable = childIn(table, node, 'right');
  if (!is(table, iterable, 'call') || textOf(table, childIn(table, iterable, 'function')) !== 'range') return null;
  const bounds = childrenOf(table, childIn(table, iterable, 'arguments')).map((child) =>
    literalInteger(textOf(table, child)),
  );
  const [first = null, second = null, third = 1] = bounds;
  if (bounds.length === 1) return first;
  if (first === null || second === null || third === null || third === 0) return null;
  return Math.max(0, Math.ceil((second - first) / third));
}

/** `10_000_000`, `10 ** 7`. */
function literalInteger(text: string): number | null {
  const power = /^(\d[\d_]*)\s*\*\*\s*(\d+)$/.exec(text);
  if (power !== null) return Number(power[1]?.replaceAll('_', '')) ** Number(power[2]);
  return /^\d[\d_]*$/.test(text) ? Number(text.replaceAll('_', '')) : null;
}
