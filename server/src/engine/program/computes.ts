/**
 * Which loops burn CPU while they hold the GIL: a first cost model. A loop counts when it does arithmetic many times and calls
 * nothing but builtins that compute themselves.
 */

import type { HotLoop } from '../summary/model.ts';
import { expressionAt } from '../summary/packed-expressions.ts';
import type { Definition } from './definitions.ts';
import type { Inference } from './inference.ts';
import type { Type } from './types.ts';

/** Below this many rounds a loop is over in about a millisecond. */
const MANY_STEPS = 10_000;

/** Builtins that compute in about the time of an operation. */
const CHEAP = new Set(
  [
    'abs',
    'bool',
    'chr',
    'divmod',
    'enumerate',
    'float',
    'int',
    'len',
    'max',
    'min',
    'ord',
    'pow',
    'range',
    'round',
    'sum',
    'zip',
  ].map((name) => `builtins.${name}`),
);

/** The first loop in the body of `definition` that burns CPU, or null. */
export function computesIn(inference: Inference, definition: Definition): HotLoop | null {
  return definition.scope.hotLoops.find((loop) => isHeavy(loop) && computesOnly(inference, definition, loop)) ?? null;
}

function isHeavy({ depth, steps, operations }: HotLoop): boolean {
  if (steps !== null) return steps >= MANY_STEPS;
  return depth >= 2 || operations >= 2;
}

function computesOnly(inference: Inference, { module, scope }: Definition, loop: HotLoop): boolean {
  return scope.events.slice(loop.firstEvent, loop.lastEvent).every((event) => {
    if (event.kind !== 'call') return event.kind !== 'with' && !('isAsync' in event && event.isAsync);
    const call = expressionAt(module.summary.expressions, event.call);
    if (call?.kind !== 'call') return false;
    const { types, isComplete } = inference.answer(module, call.callee);
    return (
      isComplete &&
      types.every(
        (type) =>
          (type.kind === 'external' && (CHEAP.has(type.name) || type.name.startsWith('math.'))) ||
          isContainerMethod(type.kind === 'member' ? type.class : ''),
      )
    );
  });
}

/** Whether all that `definition` calls itself computes too, as far as that is known: no input or output, nothing unknown. */
export function onlyComputes(inference: Inference, { module, scope }: Definition): boolean {
  return scope.events.every((event) => {
    const call = event.kind === 'call' ? expressionAt(module.summary.expressions, event.call) : undefined;
    if (call?.kind !== 'call') return true;
    const { types, isComplete } = inference.answer(module, call.callee);
    return isComplete && types.length > 0 && types.every(isComputing);
  });
}

function isComputing(type: Type): boolean {
  switch (type.kind) {
    case 'external':
      return /^(?:builtins|math|itertools|functools|operator|collections|random|statistics|decimal|fractions|heapq|bisect)\./.test(
        type.name,
      );
    case 'member':
      return isContainerMethod(type.class);
    default:
      return type.kind === 'function' || type.kind === 'class' || type.kind === 'wrapped';
  }
}

function isContainerMethod(type: string): boolean {
  return /^builtins\.(list|dict|set|str|bytes)$/.test(type);
}
