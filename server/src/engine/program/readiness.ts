/** Calls that would wait, but not here: the object was made non-blocking, or the caller asked first whether it is ready. */

import type { Fact } from '../knowledge/rows.ts';
import { type Event, type ExpressionId, UNKNOWN } from '../summary/model.ts';
import { bindingAt } from '../summary/packed-bindings.ts';
import { callOf, expressionAt, namedCallsOf } from '../summary/packed-expressions.ts';
import type { Call } from './calls.ts';
import type { Definition, Module } from './definitions.ts';
import type { Effect } from './effect-set.ts';
import type { Inference } from './inference.ts';
import { dottedName } from './spelling.ts';
import type { Type } from './types.ts';

/** Whether `call`, in the body of `definition`, to which `row` applies, finds what it would wait for ready. */
export function isReady(inference: Inference, definition: Definition, call: Call, callee: Type, row: Fact): boolean {
  const { module } = definition;
  const questions = row.unlessAsked ?? [];
  if (questions.some((question) => question.includes('.') && asksFunction(inference, definition, question)))
    return true;
  if (questions.some((question) => inference.surroundings.isHandedTo(definition, question))) return true;
  if (callee.kind !== 'member') return false;
  const receiver = receiverOf(module, call);
  if (receiver === null) return false;
  return (
    asksFirst(definition, receiver, questions) ||
    (row.settles === true && isAwaitedFor(definition, call)) ||
    isDisarmed(inference, module, receiver, callee)
  );
}

/**
 * Whether `caller`, which runs the method `callee` of its own object at `event`, has asked what the method, whose `effect` it is,
 * should have asked: `if self.queue.empty(): return` before `self.take()`.
 */
export function isAskedByCaller(caller: Definition, event: Event, callee: Definition, effect: Effect): boolean {
  const { cause } = effect;
  const questions = cause.kind === 'fact' && effect.next === null ? (cause.step.row.unlessAsked ?? []) : [];
  if (questions.length === 0 || event.kind !== 'call' || effect.event?.kind !== 'call') return false;
  const waiting = expressionAt(callee.module.summary.expressions, effect.event.call);
  const receiver = waiting?.kind === 'call' ? receiverOf(callee.module, waiting) : null;
  const call = expressionAt(caller.module.summary.expressions, event.call);
  const object = call?.kind === 'call' ? receiverOf(caller.module, call) : null;
  const [own = '', callers = ''] = [callee, caller].map(({ scope }) => scope.parameters[0]?.name);
  if (receiver === null || object !== callers || !receiver.startsWith(`${own}.`)) return false;
  return asksFirst(caller, `${callers}${receiver.slice(own.length)}`, questions);
}

function receiverOf(module: Module, call: Call): string | null {
  const callee = expressionAt(module.summary.expressions, call.callee);
  return callee?.kind === 'attribute' ? dottedName(module, callee.object) : null;
}

/** Who calls `msvcrt.kbhit()` in the same function knows whether `msvcrt.getch()` waits. */
function asksFunction(inference: Inference, { module, scope }: Definition, question: string): boolean {
  const name = question.slice(question.lastIndexOf('.') + 1);
  return scope.events.some((event) => {
    const call = callOf(module.summary.expressions, event);
    const callee = call !== undefined ? expressionAt(module.summary.expressions, call.callee) : undefined;
    if (call === undefined || !callee || !('name' in callee) || callee.name !== name) return false;
    return inference
      .answer(module, call.callee)
      .types.some((type) => type.kind === 'external' && type.name === question);
  });
}

/** Who calls `queue.empty()` in the same function knows whether `queue.get()` waits. */
function asksFirst({ module, scope }: Definition, receiver: string, questions: readonly string[]): boolean {
  return scope.events.some((event) => {
    const call = callOf(module.summary.expressions, event);
    const callee = call !== undefined ? expressionAt(module.summary.expressions, call.callee) : undefined;
    return (
      callee?.kind === 'attribute' && questions.includes(callee.name) && dottedName(module, callee.object) === receiver
    );
  });
}

/** `await asyncio.wrap_future(future)`, `await asyncio.to_thread(thread.join)`: who has awaited it finds it done. */
function isAwaitedFor({ module, scope }: Definition, { callee, start }: Call): boolean {
  const { expressions } = module.summary;
  const waiting = expressionAt(expressions, callee);
  const subjects = waiting?.kind === 'attribute' ? subjectsOf(module, waiting.object) : [];
  return scope.events.some((event) => {
    const call = callOf(expressions, event);
    if (call === undefined || !call.isAwaited || call.start > start) return false;
    return call.arguments.some(({ value }, index) => {
      // `to_thread(event.wait, 0.3)` may have given up.
      const isTimed = expressionAt(expressions, value)?.kind === 'attribute' && index < call.arguments.length - 1;
      return !isTimed && names(module, value, subjects);
    });
  });
}

/** The name of what is waited for, and of what a loop takes it from: `future`, and `futures` in `for future in futures`. */
function subjectsOf(module: Module, id: ExpressionId): readonly string[] {
  const expression = expressionAt(module.summary.expressions, id);
  const name = dottedName(module, id);
  const sources = (expression?.kind === 'name' ? (expression.reaching ?? []) : []).flatMap((binding) => {
    const value = bindingAt(module.summary.bindings, binding)?.value;
    return value?.kind === 'iterate' ? (dottedName(module, value.value) ?? []) : [];
  });
  return name === null ? sources : [name, ...sources];
}

/** Whether the expression `id` is one of `subjects`, a method of one, or a call or list that is given one. */
function names(module: Module, id: ExpressionId, subjects: readonly string[]): boolean {
  const expression = expressionAt(module.summary.expressions, id);
  switch (expression?.kind) {
    case 'name':
      return subjects.includes(expression.name);
    case 'attribute':
      return (
        subjects.includes(dottedName(module, id) ?? '') ||
        subjects.includes(dottedName(module, expression.object) ?? '')
      );
    case 'call':
      return expression.arguments.some(({ value }) => names(module, value, subjects));
    case 'sequence':
      return expression.items.some((item) => names(module, item, subjects));
    default:
      return false;
  }
}

/** Whether anything in the module disarms the object, or one of the same name: the order of the two is not followed. */
function isDisarmed(
  inference: Inference,
  module: Module,
  receiver: string,
  callee: Extract<Type, { kind: 'member' }>,
): boolean {
  const { expressions } = module.summary;
  const disarmings = inference.catalogue.disarmingsOf(callee.class);
  for (const { name, id } of disarmings.length === 0 ? [] : namedCallsOf(expressions)) {
    const possible = disarmings.filter(({ method }) => method === name);
    const call = possible.length === 0 ? undefined : expressionAt(expressions, id);
    const method = call?.kind === 'call' ? expressionAt(expressions, call.callee) : undefined;
    if (call?.kind !== 'call' || method?.kind !== 'attribute') continue;
    const value = expressionAt(expressions, call.arguments[0]?.value ?? UNKNOWN);
    if (value?.kind !== 'literal' || !possible.some(({ is }) => is === value.value)) continue;
    const isSameName = lastName(dottedName(module, method.object) ?? '') === lastName(receiver);
    // An object's type is one for each call that makes one.
    const isSameObject = inference.answer(module, method.object).types.some((type) => type === callee.object);
    if (isSameName || isSameObject) return true;
  }
  return false;
}

function lastName(dotted: string): string {
  return dotted.slice(dotted.lastIndexOf('.') + 1);
}
