/** Calls that would wait, but not here: the object was made non-blocking, or the caller asked first whether it is ready. */

import type { BlockingRow, Disarming } from '../knowledge/rows.ts';
import { expressionAt, expressionsOf } from '../summary/packed-expressions.ts';
import type { Call } from './calls.ts';
import type { Definition, Module } from './definitions.ts';
import type { Inference } from './inference.ts';
import { dottedName } from './spelling.ts';
import type { Type } from './types.ts';

/** Whether `call`, a method call in the body of `definition` to which `row` applies, finds its object ready. */
export function isReady(
  inference: Inference,
  definition: Definition,
  call: Call,
  callee: Type,
  row: BlockingRow,
): boolean {
  if (callee.kind !== 'member') return false;
  const { module } = definition;
  const receiver = receiverOf(module, call);
  if (receiver === null) return false;
  const isAsked = row.unlessAsked !== undefined && asksFirst(definition, receiver, row.unlessAsked);
  return isAsked || isDisarmed(module, receiver, inference.catalogue.disarmingsOf(callee.class));
}

function receiverOf(module: Module, call: Call): string | null {
  const callee = expressionAt(module.summary.expressions, call.callee);
  return callee?.kind === 'attribute' ? dottedName(module, callee.object) : null;
}

/** Who calls `queue.empty()` in the same function knows whether `queue.get()` waits. */
function asksFirst({ module, scope }: Definition, receiver: string, questions: readonly string[]): boolean {
  return scope.events.some((event) => {
    const call = event.kind === 'call' ? expressionAt(module.summary.expressions, event.call) : undefined;
    const callee = call?.kind === 'call' ? expressionAt(module.summary.expressions, call.callee) : undefined;
    return (
      callee?.kind === 'attribute' && questions.includes(callee.name) && dottedName(module, callee.object) === receiver
    );
  });
}

/** Whether anything in the module disarms an object of the same name: the order of the two is not followed. */
function isDisarmed(module: Module, receiver: string, disarmings: readonly Disarming[]): boolean {
  if (disarmings.length === 0) return false;
  const name = lastName(receiver);
  return [...expressionsOf(module.summary.expressions)].some((expression) => {
    if (expression.kind !== 'call') return false;
    const callee = expressionAt(module.summary.expressions, expression.callee);
    if (callee?.kind !== 'attribute' || lastName(dottedName(module, callee.object) ?? '') !== name) return false;
    const [first] = expression.arguments;
    const value = first === undefined ? undefined : expressionAt(module.summary.expressions, first.value);
    return (
      value?.kind === 'literal' && disarmings.some(({ method, is }) => method === callee.name && is === value.value)
    );
  });
}

function lastName(dotted: string): string {
  return dotted.slice(dotted.lastIndexOf('.') + 1);
}
