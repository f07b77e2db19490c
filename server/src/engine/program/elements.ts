/** What iterating, indexing and entering (`with`) a value gives. */

import type { ExpressionId } from '../summary/model.ts';
import { expressionAt } from '../summary/packed-expressions.ts';
import { fromExpression } from './annotations.ts';
import { methodOf } from './attributes.ts';
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
    default:
      return UNKNOWN_ANSWER;
  }
}

/** `value[index]`. A slice of a list is a list; a mapping's values are not followed. */
export function itemOf(inference: Inference, module: Module, type: Type, index: ExpressionId): Answer {
  const at = expressionAt(module.summary.expressions, index);
  if (type.kind === 'tuple') {
    return at?.kind === 'literal' && typeof at.value === 'number'
      ? (type.items.at(at.value) ?? UNKNOWN_ANSWER)
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
    case 'lazy':
      return isAsync ? UNKNOWN_ANSWER : certain(type);
    default:
      return UNKNOWN_ANSWER;
  }
}
