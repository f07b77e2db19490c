/** Calls that would wait, but not here: the object was made non-blocking, or the caller asked first whether it is ready. */

import type { BlockingRow, Disarming } from '../knowledge/rows.ts';
import { expressionAt, expressionsOf } from '../summary/packed-expressions.ts';
import type { Call } from './calls.ts';
import type { Definition, Module } from './definitions.ts';
import type { Inference } from './inference.ts';
import { dottedName } from './spelling.ts';
import type { Type } from './types.ts';

/** Whether `call`, in the body of `definition`, to which `row` applies, finds what it would wait for ready. */
export function isReady(
  inference: Inference,
  definition: Definition,
  call: Call,
  callee: Type,
  row: BlockingRow,
): boolean {
  const { module } = definition;
  const questions = row.unlessAsked ?? [];
  if (questions.some((question) => question.includes('.') && asksFunction(inference, definition, question)))
    return true;
  if (callee.kind !== 'member') return false;
  const receiver = receiverOf(module, call);
  if (receiver === null) return false;
  return (
    asksFirst(definition, receiver, questions) ||
    isDisarmed(module, receiver, inference.catalogue.disarmingsOf(callee.class))
  );
}

function receiverOf(module: Module, call: Call): string | null {
  const callee = expressionAt(module.summary.expressions, call.callee);
  return callee?.kind === 'attribute' ? dottedName(module, callee.object) : null;
}

/** Who calls `msvcrt.kbhit()` in the same function knows whether `msvcrt.getch()` waits. */
function asksFunction(inference: Inference, { module, scope }: Definition, question: string): boolean {
  const name = question.slice(question.lastIndexOf('.') + 1);
  return scope.events.some((event) => {
    const call = event.kind === 'call' ? expressionAt(module.summary.expressions, event.call) : undefined;
    const callee = call?.kind === 'call' ? expressionAt(module.summary.expressions, call.callee) : undefined;
    if (call?.kind !== 'call' || !callee || !('name' in callee) || callee.name !== name) return false;
    return inference
      .answer(module, call.callee)
      .types.some((type) => type.kind === 'external' && type.name === question);
  });
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
  for (const expression of expressionsOf(module.summary.expressions)) {
    const callee = expression.kind === 'call' ? expressionAt(module.summary.expressions, expression.callee) : undefined;
    if (expression.kind !== 'call' || callee?.kind !== 'attribute') continue;
    if (!disarmings.some(({ method }) => method === callee.name)) continue;
    if (lastName(dottedName(module, callee.object) ?? '') !== name) continue;
    const [first] = expression.arguments;
    const value = first === undefined ? undefined : expressionAt(module.summary.expressions, first.value);
    if (value?.kind !== 'literal') continue;
    if (disarmings.some(({ method, is }) => method === callee.name && is === value.value)) return true;
  }
  return false;
}

function lastName(dotted: string): string {
  return dotted.slice(dotted.lastIndexOf('.') + 1);
}
