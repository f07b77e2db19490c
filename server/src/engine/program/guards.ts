/** Which of a function's guarded effects a given call of it meets. */

import type { Event, Guard, Parameter } from '../summary/model.ts';
import { UNKNOWN } from '../summary/model.ts';
import { expressionAt } from '../summary/packed-expressions.ts';
import { argumentAt, hasSpread } from './arguments.ts';
import type { Call } from './calls.ts';
import { type Definition, type Module, ownerOf } from './definitions.ts';
import type { Inference } from './inference.ts';
import { hasDecorator } from './names.ts';

type ParameterGuard = Extract<Guard, { kind: 'parameter' }>;

/**
 * The guards under which `caller` meets, at `event`, what stands under `guards` in `callee`: none of them where the call settles
 * them, the same on the caller's own parameter where it passes that on. null: the call does not get there, or it is not certain.
 */
export function carried(
  inference: Inference,
  caller: Definition,
  event: Event,
  callee: Definition,
  guards: readonly Guard[],
): readonly Guard[] | null {
  const passedOn: Guard[] = [];
  for (const guard of guards) {
    if (guard.kind !== 'parameter') return null;
    const verdict = settle(inference, caller, event, callee, guard);
    if (verdict === false) return null;
    if (verdict !== true) passedOn.push(verdict);
  }
  return passedOn;
}

/** true: the guard holds in this call. false: it does not, or nobody knows. A guard: it holds if this one does. */
function settle(
  inference: Inference,
  caller: Definition,
  event: Event,
  callee: Definition,
  guard: ParameterGuard,
): boolean | ParameterGuard {
  const call = callOf(caller.module, event);
  const index = callee.scope.parameters.findIndex((parameter) => parameter.name === guard.name);
  const parameter = callee.scope.parameters[index];
  if (call === null || parameter === undefined || hasSpread(call)) return false;
  const position = parameter.kind === 'positional' ? index - (isBound(callee) ? 1 : 0) : null;
  const argument = argumentAt(call, position, parameter.name);
  if (argument === null) return truthOfDefault(callee.module, parameter) === guard.isTrue;
  const expression = expressionAt(caller.module.summary.expressions, argument);
  if (expression?.kind === 'name' && isParameter(caller, expression.name)) return { ...guard, name: expression.name };
  const truths = inference
    .answer(caller.module, argument)
    .types.map((type) => (type.kind === 'literal' ? isTruthy(type.value) : true));
  if (truths.includes(!guard.isTrue)) return false;
  // An argument that is given is there to be used.
  return truths.length > 0 || guard.isTrue;
}

function callOf(module: Module, event: Event): Call | null {
  const expression = expressionAt(module.summary.expressions, event.kind === 'call' ? event.call : event.value);
  return expression?.kind === 'call' ? expression : null;
}

/** Whether the first parameter of `callee` is filled by what stands before the dot. */
function isBound(callee: Definition): boolean {
  return ownerOf(callee) !== null && !hasDecorator(callee.module, callee.scope, 'staticmethod');
}

/** null: there is no default, or it is no literal. */
function truthOfDefault(module: Module, parameter: Parameter): boolean | null {
  const expression =
    parameter.default === UNKNOWN ? undefined : expressionAt(module.summary.expressions, parameter.default);
  return expression?.kind === 'literal' ? isTruthy(expression.value) : null;
}

function isTruthy(value: string | number | boolean | null): boolean {
  return Boolean(value);
}

function isParameter({ scope }: Definition, name: string): boolean {
  return scope.parameters.some((parameter) => parameter.name === name) && scope.names[name]?.length === 1;
}
