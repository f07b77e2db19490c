/**
 * Finds loops that may burn CPU: arithmetic or container work in the body, no await, no yield. Only the shape is told here; how
 * often they go round, and whether the calls in the body wait or compute, is for the program to say.
 */
import { Kind } from '../syntax/kinds.ts';
import { childIn, endOf, kindOf, type Node, nextOf, type SyntaxTable, startOf, textOf } from '../syntax/table.ts';
import type { Builder } from './builder.ts';
import type { HotLoop, Rounds } from './model.ts';

const NOT_HOT = new Set<number>([
  Kind.async,
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
const LOOPS = new Set<number>([
  Kind.for_statement,
  Kind.while_statement,
  Kind.list_comprehension,
  Kind.set_comprehension,
  Kind.dictionary_comprehension,
]);
const LEAVES = new Set<number>([Kind.break_statement, Kind.return_statement]);

/** Runs `visit` on the loop or comprehension at `node`, and keeps it with the scope that runs it if it may burn CPU. */
export function withHotLoop(builder: Builder, node: Node, rounds: () => readonly Rounds[], visit: () => void): void {
  const { running } = builder;
  const before = running.hotLoops;
  const firstEvent = running.events.length;
  const inner: HotLoop[] = [];
  running.hotLoops = inner;
  visit();
  running.hotLoops = before;
  const work = workAt(builder.table, node);
  if (work === null || !builder.environment.runs) before.push(...inner);
  else if (work.operations > 0 || inner.length > 0)
    before.push({
      start: startOf(builder.table, node),
      end: endOf(builder.table, headOf(builder.table, node)),
      ...work,
      rounds: rounds(),
      inner,
      firstEvent,
      lastEvent: running.events.length,
    });
}

/** The last of what stands before the colon; all of a comprehension. */
function headOf(table: SyntaxTable, node: Node): Node {
  if (kindOf(table, node) === Kind.for_statement) return childIn(table, node, 'right');
  return kindOf(table, node) === Kind.while_statement ? childIn(table, node, 'condition') : node;
}

/** What is done in one round of the loop at `node`, beside its inner loops; null where it waits for others. */
function workAt(table: SyntaxTable, node: Node): { operations: number; mayLeave: boolean } | null {
  let operations = 0;
  let mayLeave = isSearch(table, node);
  let ownFrom = node + 1;
  const end = nextOf(table, node);
  for (let at = node + 1; at < end; at++) {
    const kind = kindOf(table, at);
    if (NOT_HOT.has(kind)) return null;
    if (at < ownFrom) continue;
    if (LOOPS.has(kind)) ownFrom = nextOf(table, at);
    else if (WORK.has(kind)) operations++;
    else if (LEAVES.has(kind)) mayLeave = true;
  }
  return { operations, mayLeave };
}

/** `next(x for …)`, `any(x for …)`: over with the first that fits. */
function isSearch(table: SyntaxTable, node: Node): boolean {
  if (kindOf(table, node) !== Kind.generator_expression) return false;
  const start = startOf(table, node);
  return /\b(?:next|any|all)\s*$/.test(table.text.slice(Math.max(0, start - 6), start));
}

/** How often the `while` at `node` goes round. */
export function roundsOfWhile(table: SyntaxTable, node: Node): Rounds {
  return { kind: 'while', shrinks: SHRINKING.test(textOf(table, childIn(table, node, 'body'))) };
}

/** What a loop halves or divides in each round is soon used up: digits, a binary search, Euclid. */
const SHRINKING = /\/\/|>>|\/=|,\s*\w+\s*%/;
