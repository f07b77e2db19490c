/** What a decorated function or class is to those who use its name. */

import type { ExpressionId } from '../summary/model.ts';
import { expressionAt } from '../summary/packed-expressions.ts';
import { lineage, methodOf } from './attributes.ts';
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
  const results = made.types.map((decorator) => byProgram(inference, decorator, type));
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

/** What a decorator of the program makes of `type`: a function, a class whose objects can be called, or such an object. */
function byProgram(inference: Inference, decorator: Type, type: Type): Answer {
  switch (decorator.kind) {
    case 'function':
      return byFunction(inference, decorator.definition, 0, type);
    case 'class':
      return byClass(inference, decorator.definition, type);
    case 'instance': {
      const method = methodOf(inference, decorator.definition, '__call__');
      return method === null
        ? byManager(inference, decorator.definition, type)
        : byFunction(inference, method, 1, type);
    }
    default:
      return UNKNOWN_ANSWER;
  }
}

/**
 * What the function `decorator` returns when its parameter at `position` is `type`. Where it may return several things (`@deco` and
 * `@deco(…)`, a wrapper for coroutines and one for the rest), the wrapper that calls such a function is meant.
 */
function byFunction(inference: Inference, decorator: Definition, position: number, type: Type): Answer {
  if (decorator.scope.isAsync || decorator.scope.isGenerator) return UNKNOWN_ANSWER;
  const returned = union(decorator.scope.returns.map((id) => inference.answer(decorator.module, id)));
  const isGiven = (result: Type): boolean =>
    result.kind === 'parameter' && result.definition === decorator && result.index === position;
  const isForCoroutines = type.kind === 'function' && type.definition.scope.isAsync;
  const wrappers = returned.types.flatMap((result) => {
    // `return decorate(function)` has applied the one inside.
    if (result.kind === 'wrapped') return isGiven(result.target) ? [result.wrapper] : [];
    const isOne = result.kind === 'function' && isWrapper(inference, result.definition, decorator, position);
    return isOne ? [result.definition] : [];
  });
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
    if (isGiven(result)) return certain(type);
    return result.kind === 'function' ? certain(result) : UNKNOWN_ANSWER;
  });
}

/** `@Logged`: an object that keeps the function and calls it in `__call__`. */
function byClass(inference: Inference, decorator: Definition, type: Type): Answer {
  const [maker, method] = ['__init__', '__call__'].map((name) => methodOf(inference, decorator, name));
  if (!maker || !method || method.scope.isAsync || method.scope.isGenerator) return UNKNOWN_ANSWER;
  const keepsIt = runBy(inference, method).some(
    ({ type: run, runs }) => runs === 'here' && run.definition === maker && run.index === 1,
  );
  // Where it is a method, what `__get__` makes of it is called.
  const isBound = methodOf(inference, decorator, '__get__') !== null;
  return keepsIt && !isBound ? certain({ kind: 'wrapped', wrapper: method, target: type }) : UNKNOWN_ANSWER;
}

/** `@Locked()` of a ContextDecorator: the function runs in a `with` block of the object. */
function byManager(inference: Inference, decorator: Definition, type: Type): Answer {
  if (!lineage(inference, decorator).external.includes('contextlib.ContextDecorator')) return UNKNOWN_ANSWER;
  const methods = ['__exit__', '__enter__'].flatMap((name) => methodOf(inference, decorator, name) ?? []);
  return certain(methods.reduce<Type>((target, wrapper) => ({ kind: 'wrapped', wrapper, target }), type));
}

/**
 * Whether `wrapper`, defined in the decorator `decorator` or in a function inside it, calls what the decorator is given at
 * `position`, or a function inside it as its first argument.
 */
export function isWrapper(inference: Inference, wrapper: Definition, decorator: Definition, position = 0): boolean {
  return runBy(inference, wrapper).some(
    ({ type, runs }) =>
      runs === 'here' &&
      type.definition !== wrapper &&
      type.definition.module === decorator.module &&
      (type.definition === decorator
        ? type.index === position
        : type.index === 0 && type.definition.scope.parent === decorator.id),
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
