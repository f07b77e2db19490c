/** What a decorated function or class is to those who use its name. */

import type { ExpressionId } from '../summary/model.ts';
import { expressionAt } from '../summary/packed-expressions.ts';
import { type Definition, ownerOf } from './definitions.ts';
import { runBy } from './handed.ts';
import type { Inference } from './inference.ts';
import { rowsOf } from './registrations.ts';
import { type Answer, certain, flatMap, objectOf, type Type, UNKNOWN_ANSWER, union } from './types.ts';

/** Decorators by which a method is read like an attribute. */
const PROPERTIES = new Set([
  'builtins.property',
  'functools.cached_property',
  'django.utils.functional.cached_property',
  'abc.abstractproperty',
]);

/** What the name bound by `def` or `class` is, its decorators applied from the innermost outwards. */
export function decorated(inference: Inference, definition: Definition): Answer {
  return decoratedBy(inference, definition, definition.scope.decorators);
}

/** What `definition` is to its decorators further out, once `decorators`, some of its own, are applied. */
export function decoratedBy(inference: Inference, definition: Definition, decorators: readonly ExpressionId[]): Answer {
  const itself: Type =
    definition.scope.kind === 'class'
      ? { kind: 'class', definition }
      : { kind: 'function', definition, receiver: null };
  return [...decorators]
    .reverse()
    .reduce<Answer>(
      (answer, id) => flatMap(answer, (type) => applied(inference, definition, id, type)),
      certain(itself),
    );
}

/** What decorator `id` of `definition` makes of `type`. */
function applied(inference: Inference, definition: Definition, id: ExpressionId, type: Type): Answer {
  const { module } = definition;
  const expression = expressionAt(module.summary.expressions, id);
  if (expression?.kind === 'attribute' && /^(?:setter|deleter|getter)$/.test(expression.name)) {
    return inference.answer(module, expression.object);
  }
  const named = inference.answer(module, expression?.kind === 'call' ? expression.callee : id);
  if (named.isComplete && named.types.every(({ kind }) => kind === 'external' || kind === 'member')) {
    return flatMap(named, (decorator) => byLibrary(inference, decorator, definition, type));
  }
  const made = inference.answer(module, id);
  const results = made.types.map((decorator) =>
    decorator.kind === 'function' ? byProgram(inference, decorator.definition, type) : UNKNOWN_ANSWER,
  );
  // `@deco(…)` of a decorator that can also be used bare may give either.
  const wrapped = results.filter(({ types: [only] }) => only?.kind === 'wrapped');
  const [first] = wrapped;
  if (first !== undefined) return first;
  return made.isComplete ? union(results) : UNKNOWN_ANSWER;
}

function byLibrary(inference: Inference, decorator: Type, definition: Definition, type: Type): Answer {
  if (decorator.kind === 'external' && PROPERTIES.has(decorator.name)) return certain({ kind: 'property', definition });
  const rows = rowsOf(inference, decorator).filter(({ decorates }) => decorates);
  const made = rows.find(({ makes }) => makes !== undefined)?.makes;
  if (made !== undefined) return certain(objectOf(made));
  const isCalledAsBefore = rows.some(({ runs }) => runs === 'here' || runs === 'construction');
  return isCalledAsBefore ? certain(type) : UNKNOWN_ANSWER;
}

/**
 * A decorator of the program: what it returns when it is given the function. Where it may return several things (`@deco` and
 * `@deco(…)`, a wrapper for coroutines and one for the rest), the wrapper that calls such a function is meant.
 */
function byProgram(inference: Inference, decorator: Definition, type: Type): Answer {
  if (decorator.scope.isAsync || decorator.scope.isGenerator) return UNKNOWN_ANSWER;
  const returned = union(decorator.scope.returns.map((id) => inference.answer(decorator.module, id)));
  const isForCoroutines = type.kind === 'function' && type.definition.scope.isAsync;
  const wrappers = returned.types.flatMap((result) =>
    result.kind === 'function' && isWrapper(inference, result.definition, decorator) ? [result.definition] : [],
  );
  const fitting = wrappers.filter(({ scope }) => scope.isAsync === isForCoroutines);
  const [wrapper] = fitting.length > 0 ? fitting : wrappers;
  if (wrapper !== undefined) {
    return certain(
      wrapper.scope.isAsync
        ? { kind: 'function', definition: wrapper, receiver: null }
        : { kind: 'wrapped', wrapper, target: type },
    );
  }
  return flatMap(returned, (result) => {
    if (result.kind === 'parameter' && result.definition === decorator) return certain(type);
    return result.kind === 'function' ? certain(result) : UNKNOWN_ANSWER;
  });
}

/** Whether `wrapper`, defined in the decorator `decorator` or in a function inside it, calls what the decorator is given. */
export function isWrapper(inference: Inference, wrapper: Definition, decorator: Definition): boolean {
  return runBy(inference, wrapper).some(
    ({ type, runs }) =>
      runs === 'here' &&
      type.definition !== wrapper &&
      type.index === 0 &&
      (type.definition === decorator || type.definition.scope.parent === decorator.id) &&
      type.definition.module === decorator.module,
  );
}

/** How a function in a class body is used: as a method, a property and so on. */
export function methodKind(
  inference: Inference,
  definition: Definition,
): 'method' | 'static' | 'class' | 'property' | 'other' {
  if (ownerOf(definition) === null) return 'other';
  for (const id of definition.scope.decorators) {
    const { types } = inference.answer(definition.module, id);
    const [type] = types;
    if (type?.kind !== 'external') continue;
    if (type.name === 'builtins.staticmethod') return 'static';
    if (type.name === 'builtins.classmethod') return 'class';
    if (PROPERTIES.has(type.name)) return 'property';
  }
  return 'method';
}

/** Whether the generator function `definition` is used as `with definition():`. */
export function isContextManager(inference: Inference, definition: Definition): boolean {
  return definition.scope.decorators.some((id) =>
    inference
      .answer(definition.module, id)
      .types.some((type) => type.kind === 'external' && type.name === 'contextlib.contextmanager'),
  );
}
