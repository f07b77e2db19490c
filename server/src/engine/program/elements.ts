/** What iterating, indexing and entering (`with`) a value gives. */

import { type BindingId, type ExpressionId, UNKNOWN } from '../summary/model.ts';
import { bindingAt } from '../summary/packed-bindings.ts';
import { expressionAt } from '../summary/packed-expressions.ts';
import { fromExpression } from './annotations.ts';
import { attributeOf, lineage, methodOf } from './attributes.ts';
import { returnsOf } from './calls.ts';
import type { Module } from './definitions.ts';
import type { Inference } from './inference.ts';
import { keptUnder } from './outside-writes.ts';
import { type Answer, certain, type Type, UNKNOWN_ANSWER, union } from './types.ts';

export function elementsOf(inference: Inference, type: Type): Answer {
  switch (type.kind) {
    case 'lazy':
    case 'generator':
    case 'mapped':
      return type.elements;
    case 'tuple':
      return union(type.items);
    case 'object': {
      if (type.elements !== null) return type.elements;
      const iterator = inference.catalogue.methodResultOf(type.class, '__iter__');
      return iterator === undefined ? UNKNOWN_ANSWER : inference.elementsOf(fromExpression(inference, iterator, type));
    }
    case 'instance': {
      const fields = fieldsOf(inference, type);
      return fields === null ? UNKNOWN_ANSWER : union(fields);
    }
    default:
      return UNKNOWN_ANSWER;
  }
}

/** The values of a NamedTuple of the program, in order; null where `type` is none. */
export function fieldsOf(inference: Inference, type: Extract<Type, { kind: 'instance' }>): readonly Answer[] | null {
  const { classes, external } = lineage(inference, type.definition);
  if (!external.includes('typing.NamedTuple')) return null;
  return classes.flatMap(({ module, scope }) =>
    scope.names
      .filter((name) => (scope.bindingsOf(name) ?? []).some((id) => isDeclared(module, id)))
      .map((name) => attributeOf(inference, type, name)),
  );
}

function isDeclared({ summary }: Module, id: BindingId): boolean {
  const value = bindingAt(summary.bindings, id)?.value;
  return value?.kind === 'assign' && value.annotation !== UNKNOWN;
}

/** `value[index]`. A slice of a list is a list; a mapping's values are not followed. */
export function itemOf(inference: Inference, module: Module, type: Type, index: ExpressionId): Answer {
  const at = expressionAt(module.summary.expressions, index);
  const items = type.kind === 'tuple' ? type.items : type.kind === 'instance' ? fieldsOf(inference, type) : null;
  if (items !== null) {
    return at?.kind === 'literal' && typeof at.value === 'number'
      ? (items.at(at.value) ?? UNKNOWN_ANSWER)
      : UNKNOWN_ANSWER;
  }
  if (type.kind !== 'object') return UNKNOWN_ANSWER;
  const item = inference.catalogue.methodResultOf(type.class, '__getitem__');
  if (item !== undefined) return fromExpression(inference, item, type);
  const kept = keptUnder(inference, module, type, index);
  if (kept !== null) return kept;
  const isList = type.class === 'builtins.list' && at?.kind === 'literal';
  return isList ? (type.elements ?? UNKNOWN_ANSWER) : UNKNOWN_ANSWER;
}

/** What `with value as x` makes of x. Most context managers hand themselves out. */
export function enteredBy(inference: Inference, type: Type, isAsync: boolean): Answer {
  const method = isAsync ? '__aenter__' : '__enter__';
  switch (type.kind) {
    case 'object': {
      const result = inference.catalogue.methodResultOf(type.class, method);
      if (result !== undefined) return fromExpression(inference, result, type);
      return !isAsync && inference.catalogue.isType(type.class) ? certain(type) : UNKNOWN_ANSWER;
    }
    case 'instance': {
      const definition = methodOf(inference, type.definition, method);
      if (definition === null) return UNKNOWN_ANSWER;
      return returnsOf(inference, definition, type);
    }
    case 'generator':
      return type.elements;
    case 'managed':
      return type.value;
    case 'lazy':
      return isAsync ? UNKNOWN_ANSWER : certain(type);
    default:
      return UNKNOWN_ANSWER;
  }
}
