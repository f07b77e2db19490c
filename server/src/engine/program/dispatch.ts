/**
 * Dispatch: a method that a class inherits calls on `self` what that class overrides. Where it matters, the method as it runs for
 * that class is a Definition of its own, with effects of its own.
 */
import type { ExpressionId } from '../summary/model.ts';
import { expressionAt } from '../summary/packed-expressions.ts';
import { attributeOf, lineage, methodOf } from './attributes.ts';
import { resultOf } from './calls.ts';
import { type Definition, definitionFor, definitionOf, ownerOf } from './definitions.ts';
import type { Inference } from './inference.ts';
import { type Answer, certain, flatMap, type Type, UNKNOWN_ANSWER } from './types.ts';

/** `method`, as it runs for an object of class `receiver`. */
export function dispatched(inference: Inference, method: Definition, receiver: Definition): Definition {
  const owner = ownerOf(method);
  if (owner === null || owner === receiver || method.receiver !== null) return method;
  return inference.overrides(receiver, owner, () => overridesIn(inference, receiver, owner))
    ? definitionFor(method, receiver)
    : method;
}

/** The method `name` of the class `receiver`, as it runs for an object of that class; null where it has none. */
export function methodFor(inference: Inference, receiver: Definition, name: string): Definition | null {
  const method = methodOf(inference, receiver, name);
  return method === null ? null : dispatched(inference, method, receiver);
}

/** Whether `receiver`, or a class between the two, redefines a method of `owner`, which it inherits from. */
function overridesIn(inference: Inference, receiver: Definition, owner: Definition): boolean {
  const { classes } = lineage(inference, receiver);
  const at = classes.indexOf(owner);
  const inherited = new Set(classes.slice(at).flatMap(({ scope }) => scope.names));
  return classes
    .slice(0, Math.max(at, 0))
    .some(({ scope }) => scope.names.some((name) => !name.startsWith('__') && inherited.has(name)));
}

/**
 * What `self.x = value`, in a method of `owner`, puts into an object of the class `receiver`: what `self.make()` and `self.kind()`
 * give is for the receiver to say.
 */
export function writtenFor(inference: Inference, receiver: Definition, owner: Definition, value: ExpressionId): Answer {
  const { module } = owner;
  const call = receiver === owner ? undefined : expressionAt(module.summary.expressions, value);
  const callee = call?.kind === 'call' ? expressionAt(module.summary.expressions, call.callee) : undefined;
  const self = callee?.kind === 'attribute' ? expressionAt(module.summary.expressions, callee.object) : undefined;
  if (call?.kind !== 'call' || callee?.kind !== 'attribute' || self?.kind !== 'name')
    return inference.answer(module, value);
  const method = definitionOf(module, self.scope);
  const isOwn = ownerOf(method) === owner && method.scope.parameters[0]?.name === self.name;
  if (!isOwn || !inference.overrides(receiver, owner, () => overridesIn(inference, receiver, owner)))
    return inference.answer(module, value);
  const object: Type = { kind: 'instance', definition: receiver, made: null };
  return inference.once(
    `write ${module.path} ${value} ${receiver.module.path} ${receiver.id}`,
    () => flatMap(attributeOf(inference, object, callee.name), (type) => resultOf(inference, module, call, type)),
    UNKNOWN_ANSWER,
  );
}

/** What expression `id` may be in the body of `definition`, as it runs for its receiver. */
export function valueIn(inference: Inference, definition: Definition, id: ExpressionId): Answer {
  const { module, receiver } = definition;
  return (
    (receiver === null ? null : throughReceiver(inference, definition, receiver, id)) ??
    inference.resolved(inference.answer(module, id))
  );
}

/** What `self`, `self.a.b` and `super().a` are for `receiver`; null for any other expression. */
function throughReceiver(
  inference: Inference,
  definition: Definition,
  receiver: Definition,
  id: ExpressionId,
): Answer | null {
  const { module, scope } = definition;
  const expression = expressionAt(module.summary.expressions, id);
  const self: Type = { kind: 'instance', definition: receiver, made: null };
  if (expression?.kind === 'name') {
    const isSelf = expression.name === scope.parameters[0]?.name && scope.bindingsOf(expression.name)?.length === 1;
    return isSelf ? certain(self) : null;
  }
  if (expression?.kind === 'call') {
    const [only, ...others] = inference.answer(module, id).types;
    return only?.kind === 'super' && others.length === 0 ? certain({ ...only, receiver: self }) : null;
  }
  if (expression?.kind !== 'attribute') return null;
  const object = throughReceiver(inference, definition, receiver, expression.object);
  return object === null ? null : flatMap(object, (type) => attributeOf(inference, type, expression.name));
}
