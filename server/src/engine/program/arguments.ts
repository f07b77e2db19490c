/** Finds a call's arguments by position or keyword, and tests them against the conditions that knowledge states. */
import type { Condition, Fact } from '../knowledge/rows.ts';
import type { ExpressionId } from '../summary/model.ts';
import { bindingAt } from '../summary/packed-bindings.ts';
import { expressionAt } from '../summary/packed-expressions.ts';
import type { Call } from './calls.ts';
import { type Module, topOf } from './definitions.ts';
import type { Inference } from './inference.ts';
import { isNone, type Type } from './types.ts';

/** The argument at `position` or named `keyword`; null where it is not given, or hidden in `*args`. */
export function argumentAt(call: Call, position: number | null, keyword: string | null): ExpressionId | null {
  let at = 0;
  for (const argument of call.arguments) {
    if (argument.keyword !== null) {
      if (argument.keyword === keyword) return argument.value;
    } else if (argument.isSpread) {
      at = Number.POSITIVE_INFINITY;
    } else if (at++ === position) {
      return argument.value;
    }
  }
  return null;
}

export function hasSpread(call: Call): boolean {
  return call.arguments.some((argument) => argument.isSpread);
}

/** Whether `call`, to which `row` applies, certainly waits: no `unless` may hold, every `onlyIf` must. */
export function isMet(inference: Inference, module: Module, call: Call, row: Fact): boolean {
  const unless = row.unless ?? [];
  if (unless.length > 0 && hasSpread(call)) return false;
  return noneHolds(inference, module, call, unless) && allHold(inference, module, call, row.onlyIf ?? []);
}

/** Whether none of `conditions` may hold in `call`. */
export function noneHolds(inference: Inference, module: Module, call: Call, conditions: readonly Condition[]): boolean {
  return conditions.every((condition) => test(inference, module, call, condition) === false);
}

/** Whether all of `conditions` certainly hold in `call`. */
export function allHold(inference: Inference, module: Module, call: Call, conditions: readonly Condition[]): boolean {
  if (conditions.length > 0 && hasSpread(call)) return false;
  return conditions.every((condition) => test(inference, module, call, condition) === true);
}

/** true or false where it is certain, null where it is not. */
function test(inference: Inference, module: Module, call: Call, condition: Condition): boolean | null {
  const argument = argumentAt(call, condition.position ?? null, condition.keyword ?? null);
  if (condition.given !== undefined) return (argument !== null) === condition.given;
  if (argument === null) return false;
  if (typeof condition.is === 'string' && isFlagged(inference, module, argument, condition.is)) return true;
  const { types, isComplete } = inference.answer(module, argument);
  const verdicts = types.map((type) => holds(inference, type, condition));
  const [first = null] = verdicts;
  if (isComplete && first !== null && verdicts.every((verdict) => verdict === first)) return first;
  return isOneOfMany(condition) && !verdicts.includes(true) ? false : null;
}

/** A timeout or path that is not known may be anything; that it should be the very value of the condition is unlikely. */
export function isOneOfMany({ is, startsWith }: Condition): boolean {
  return startsWith !== undefined || typeof is === 'number' || typeof is === 'string';
}

/** What a module-level constant is assigned, if that is all that is done to it. */
function constantOf(module: Module, name: string): readonly ExpressionId[] {
  const ids = topOf(module).bindingsOf(name) ?? [];
  const values = ids.map((id) => bindingAt(module.summary.bindings, id)?.value);
  const [only] = values;
  return values.length === 1 && only?.kind === 'assign' && only.path.length === 0 ? [only.value] : [];
}

/** Whether `flag` is one of the flags that `A | B` joins. */
function isFlagged(inference: Inference, module: Module, id: ExpressionId, flag: string): boolean {
  const expression = expressionAt(module.summary.expressions, id);
  if (expression?.kind === 'name') {
    return constantOf(module, expression.name).some((value) => isFlagged(inference, module, value, flag));
  }
  if (expression?.kind !== 'binary' || expression.operator !== '|') return false;
  return [expression.left, expression.right].some(
    (side) =>
      isFlagged(inference, module, side, flag) ||
      inference.answer(module, side).types.some((type) => type.kind === 'external' && type.name === flag),
  );
}

function holds(inference: Inference, type: Type, condition: Condition): boolean | null {
  if (type.kind === 'parameter') return null;
  if (condition.is !== undefined) {
    // `0` is not `False` here: `acquire(0)` and `wait(False)` are not written.
    if (type.kind === 'literal') return type.value === condition.is;
    // Some `bool` may be either.
    if (type.kind === 'object' && type.class === 'builtins.bool')
      return typeof condition.is === 'boolean' ? null : false;
    return type.kind === 'external' && type.name === condition.is;
  }
  if (condition.startsWith !== undefined) {
    const text = type.kind === 'literal' ? (type.prefix ?? type.value) : null;
    return typeof text === 'string' ? condition.startsWith.some((start) => text.startsWith(start)) : null;
  }
  const wanted = condition.type ?? [];
  if (isNone(type)) return false;
  if (type.kind === 'literal') return wanted.includes(`builtins.${type.type}`) || wanted.includes(type.type);
  if (type.kind !== 'object') return null;
  return inference.catalogue.lineage(type.class).some((name) => wanted.includes(name));
}
