/** Descriptors: what reading, setting or deleting an attribute of an object runs besides (reference: data model, descriptors). */
import { bindingAt } from '../summary/packed-bindings.ts';
import { expressionAt } from '../summary/packed-expressions.ts';
import { argumentAt } from './arguments.ts';
import { lineage, methodOf } from './attributes.ts';
import { type Definition, definitionOf } from './definitions.ts';
import { dispatched, methodFor } from './dispatch.ts';
import type { Inference } from './inference.ts';
import { namesOfClass } from './names.ts';
import type { Answer } from './types.ts';

/** What reading a member of a class that is `answer` runs: a property's function, or `__get__`; null where it is a plain value. */
export function getterAmong(inference: Inference, { types }: Answer): Definition | null {
  for (const type of types) {
    if (type.kind === 'property') return type.definition;
    const getter = type.kind === 'instance' ? methodFor(inference, type.definition, '__get__') : null;
    if (getter !== null) return getter;
  }
  return null;
}

/** `how` a property and a descriptor of a class call what changes an attribute, and the position of the function in `property(…)`. */
const CHANGES = {
  __setattr__: { decorator: 'setter', method: '__set__', position: 1, keyword: 'fset' },
  __delattr__: { decorator: 'deleter', method: '__delete__', position: 2, keyword: 'fdel' },
} as const;

export type Change = keyof typeof CHANGES;

export function isChange(method: string): method is Change {
  return Object.hasOwn(CHANGES, method);
}

/** What changing the attribute `name` of an object of the class `receiver` runs; null where that is nothing of the program. */
export function changerOf(inference: Inference, receiver: Definition, name: string, change: Change): Definition | null {
  const { definesMember } = inference.surroundings;
  const all = definesMember(change) ? methodFor(inference, receiver, change) : null;
  if (all !== null || !definesMember(name)) return all;
  const owner = lineage(inference, receiver).classes.find(({ scope }) => scope.bindingsOf(name) !== undefined);
  if (owner === undefined) return null;
  const changer = accessorIn(inference, owner, name, change) ?? descriptorsMethod(inference, owner, name, change);
  return changer === null ? null : dispatched(inference, changer, receiver);
}

/** `@name.setter` in the body of `owner`, or the second argument of `property(…)`. */
function accessorIn(inference: Inference, owner: Definition, name: string, change: Change): Definition | null {
  const { module, scope } = owner;
  const { decorator, position, keyword } = CHANGES[change];
  for (const id of scope.bindingsOf(name) ?? []) {
    const value = bindingAt(module.summary.bindings, id)?.value;
    if (value?.kind === 'scope') {
      const method = definitionOf(module, value.scope);
      const isAccessor = method.scope.decorators.some((each) => {
        const expression = expressionAt(module.summary.expressions, each);
        return expression?.kind === 'attribute' && expression.name === decorator;
      });
      if (isAccessor) return method;
    }
    const call = value?.kind === 'assign' ? expressionAt(module.summary.expressions, value.value) : undefined;
    if (call?.kind !== 'call' || namesOfClass(inference, owner, name)?.types[0]?.kind !== 'property') continue;
    const argument = argumentAt(call, position, keyword);
    const [function_] = argument === null ? [] : inference.answer(module, argument).types;
    if (function_?.kind === 'function') return function_.definition;
  }
  return null;
}

function descriptorsMethod(inference: Inference, owner: Definition, name: string, change: Change): Definition | null {
  for (const type of namesOfClass(inference, owner, name)?.types ?? []) {
    if (type.kind === 'instance') return methodOf(inference, type.definition, CHANGES[change].method);
  }
  return null;
}
