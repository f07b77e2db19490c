/** What a call gives. */

import { type Expression, UNKNOWN } from '../summary/model.ts';
import { expressionAt } from '../summary/packed-expressions.ts';
import { annotated, fromExpression, instanceOf } from './annotations.ts';
import { allHold, argumentAt, hasSpread, isMet } from './arguments.ts';
import { methodOf } from './attributes.ts';
import { isWrapper } from './decorators.ts';
import type { Definition, Module } from './definitions.ts';
import { handedTo } from './handed.ts';
import type { Inference } from './inference.ts';
import { specialResultOf } from './special-calls.ts';
import {
  type Answer,
  certain,
  flatMap,
  objectOf,
  type ParameterType,
  type Type,
  UNKNOWN_ANSWER,
  union,
} from './types.ts';

export type Call = Extract<Expression, { kind: 'call' }>;

export function resultOfCall(inference: Inference, module: Module, call: Call): Answer {
  const callee = inference.answer(module, call.callee);
  return flatMap(callee, (type) => resultOf(inference, module, call, type));
}

/** What `call` gives where it calls `callee`. */
export function resultOf(inference: Inference, module: Module, call: Call, callee: Type): Answer {
  switch (callee.kind) {
    case 'external':
      return resultOfExternal(inference, module, call, callee);
    case 'member':
      return resultOfMember(inference, module, call, callee);
    case 'object': {
      if (isCallable(callee)) return callee.elements ?? UNKNOWN_ANSWER;
      const result = inference.catalogue.methodResultOf(callee.class, '__call__');
      return result === undefined ? UNKNOWN_ANSWER : fromExpression(inference, result, callee);
    }
    case 'parameter':
      return promisedBy(inference, callee);
    case 'alias':
      return instanceOf(inference, certain(callee));
    case 'class':
      return certain({ kind: 'instance', definition: callee.definition, made: { module, call } });
    case 'instance': {
      const method = methodOf(inference, callee.definition, '__call__');
      return method === null ? UNKNOWN_ANSWER : returnsOf(inference, method, callee);
    }
    case 'function':
      return withArguments(inference, module, call, callee, returnsOf(inference, callee.definition, callee.receiver));
    case 'wrapped':
      return resultOf(inference, module, call, callee.target);
    case 'partial':
      return flatMap(callee.target, (target) => resultOf(inference, module, call, target));
    default:
      return UNKNOWN_ANSWER;
  }
}

/** `Callable[…, X]`: what stands last in the brackets is kept as its elements. */
function isCallable(type: Type): boolean {
  return type.kind === 'object' && /^(?:typing|collections\.abc)\.Callable$/.test(type.class);
}

/** What calling a parameter gives by its annotation: X for `Callable[[], X]`. */
function promisedBy(inference: Inference, { definition, index, element }: ParameterType): Answer {
  const parameter = definition.scope.parameters[index];
  if (parameter === undefined || parameter.annotation === UNKNOWN || element !== null) return UNKNOWN_ANSWER;
  return flatMap(annotated(inference, definition.module, parameter.annotation), (type) =>
    type.kind === 'object' && isCallable(type) ? (type.elements ?? UNKNOWN_ANSWER) : UNKNOWN_ANSWER,
  );
}

/** `result` of calling `callee`, with what this call passes in the place of its parameters. */
function withArguments(
  inference: Inference,
  module: Module,
  call: Call,
  { definition, receiver }: Extract<Type, { kind: 'function' }>,
  result: Answer,
): Answer {
  const isNested = (type: Type): boolean =>
    type.kind === 'function' &&
    type.definition.scope.parent === definition.id &&
    type.definition.module === definition.module;
  const isOwn = (type: Type): type is ParameterType => type.kind === 'parameter' && type.definition === definition;
  if (!result.types.some((type) => isOwn(type) || isNested(type))) return result;
  const passedAs = (index: number): Answer => {
    const parameter = definition.scope.parameters[index];
    if (parameter?.kind !== 'positional' && parameter?.kind !== 'keyword-only') return UNKNOWN_ANSWER;
    const position = parameter.kind === 'positional' ? index - (receiver === null ? 0 : 1) : null;
    const argument = hasSpread(call) ? null : argumentAt(call, position, parameter.name);
    return argument === null ? UNKNOWN_ANSWER : inference.answer(module, argument);
  };
  return flatMap(result, (type) => {
    if (isOwn(type)) return passedAs(type.index);
    // A decorator that is called: `timed(load)`.
    const wrapper = type.kind === 'function' && isNested(type) ? type.definition : null;
    if (wrapper === null || wrapper.scope.isAsync || !isWrapper(inference, wrapper, definition)) return certain(type);
    return flatMap(passedAs(receiver === null ? 0 : 1), (target) => certain({ kind: 'wrapped', wrapper, target }));
  });
}

function resultOfExternal(
  inference: Inference,
  module: Module,
  call: Call,
  callee: Extract<Type, { kind: 'external' }>,
): Answer {
  const { name } = callee;
  const special = specialResultOf(name);
  if (special !== undefined) return special(inference, module, call);
  const { catalogue } = inference;
  const result = catalogue.resultOf(name, (conditions) => allHold(inference, module, call, conditions));
  const row = catalogue.verdictOn(name);
  const value =
    result === undefined ? null : fromExpression(inference, result, null, returnedBy(inference, module, call, callee));
  if (typeof row === 'object' && row.at === 'iteration' && isMet(inference, module, call, row)) {
    return certain({ kind: 'lazy', row, elements: value === null ? UNKNOWN_ANSWER : inference.elementsOf(value) });
  }
  if (value !== null) return value;
  if (catalogue.isType(name)) {
    const object = objectOf(name);
    return certain(catalogue.lockOf(name) === undefined ? object : { ...object, made: { module, call } });
  }
  return asClassMethod(inference, name) ?? UNKNOWN_ANSWER;
}

/**
 * What the function gives that `call` is handed by way of `callee`: `to_thread(open, path)`, which calls it with the arguments that
 * follow; or what it enters: `enter_context(open(path))`.
 */
function returnedBy(inference: Inference, module: Module, call: Call, callee: Type): Answer {
  const [handed, ...others] = handedTo(inference, module, call, callee);
  if (handed === undefined || others.length > 0) return UNKNOWN_ANSWER;
  if (handed.method !== null) {
    const isAsync = handed.method === '__aenter__';
    return isAsync || handed.method === '__enter__' ? inference.enteredBy(handed.target, isAsync) : UNKNOWN_ANSWER;
  }
  const at = call.arguments.findIndex(({ value }) => value === handed.argument);
  const inner: Call = { ...call, callee: handed.argument, arguments: call.arguments.slice(at + 1), isAwaited: false };
  return flatMap(handed.target, (type) =>
    type.kind === 'class'
      ? certain({ kind: 'instance', definition: type.definition, made: null })
      : resultOf(inference, module, inner, type),
  );
}

/** `redis.Redis.from_url(…)`, `pathlib.Path.cwd()`: a method called on the class itself, written as one of its methods. */
function asClassMethod(inference: Inference, name: string): Answer | null {
  const dot = name.lastIndexOf('.');
  const type = name.slice(0, dot);
  if (!inference.catalogue.isType(type)) return null;
  const result = inference.catalogue.methodResultOf(type, name.slice(dot + 1));
  return result === undefined ? null : fromExpression(inference, result, objectOf(type));
}

function resultOfMember(
  inference: Inference,
  module: Module,
  call: Call,
  callee: Extract<Type, { kind: 'member' }>,
): Answer {
  const { catalogue } = inference;
  const self = callee.object ?? objectOf(callee.class);
  const [only = ''] = callee.path;
  const result = callee.path.length === 1 ? catalogue.methodResultOf(callee.class, only) : undefined;
  const value =
    result === undefined ? null : fromExpression(inference, result, self, returnedBy(inference, module, call, callee));
  const row = catalogue.verdictOnMember(callee.class, callee.path);
  if (typeof row === 'object' && row.at === 'iteration' && isMet(inference, module, call, row)) {
    return certain({ kind: 'lazy', row, elements: value === null ? UNKNOWN_ANSWER : inference.elementsOf(value) });
  }
  return value ?? UNKNOWN_ANSWER;
}

/** What calling the function `definition`, bound to `receiver`, gives. */
export function returnsOf(inference: Inference, definition: Definition, receiver: Type | null): Answer {
  const { scope, module } = definition;
  if (scope.isGenerator) return certain({ kind: 'generator', definition, elements: yieldedBy(inference, definition) });
  const declared =
    scope.returnAnnotation === UNKNOWN ? UNKNOWN_ANSWER : annotated(inference, module, scope.returnAnnotation);
  const isSelf = declared.types.some(
    (type) => type.kind === 'object' && /^typing(_extensions)?\.Self$/.test(type.class),
  );
  const result = isSelf && receiver !== null ? certain(receiver) : declared;
  const value = result.isComplete
    ? result
    : inference.returnsOf(definition, () => returnedValues(inference, definition));
  return scope.isAsync ? certain({ kind: 'coroutine', result: value }) : value;
}

/** Returning nothing at all on some path is `None` there: it changes no answer about what the rest may do. */
function returnedValues(inference: Inference, { module, scope }: Definition): Answer {
  return union(scope.returns.map((id) => inference.answer(module, id)));
}

/** `-> Iterator[X]`, `-> Generator[X, …]`; or else what stands behind the `yield`s. */
export function yieldedBy(inference: Inference, definition: Definition): Answer {
  const { module, scope } = definition;
  const annotation = expressionAt(module.summary.expressions, scope.returnAnnotation);
  if (annotation?.kind === 'subscript') {
    const index = expressionAt(module.summary.expressions, annotation.index);
    const first = index?.kind === 'sequence' ? index.items[0] : annotation.index;
    const declared = first === undefined ? UNKNOWN_ANSWER : annotated(inference, module, first);
    if (declared.isComplete) return declared;
  }
  return inference.returnsOf(definition, () => union(scope.yields.map((id) => inference.answer(module, id))));
}
