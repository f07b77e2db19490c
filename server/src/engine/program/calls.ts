/** What a call gives. */

import { type Expression, type ExpressionId, UNKNOWN } from '../summary/model.ts';
import { expressionAt } from '../summary/packed-expressions.ts';
import { annotated, fromExpression } from './annotations.ts';
import { allHold, argumentAt, hasSpread, isMet } from './arguments.ts';
import { attributeOf, methodOf } from './attributes.ts';
import { isWrapper } from './decorators.ts';
import { type Definition, definitionOf, type Module, ownerOf } from './definitions.ts';
import { handedTo } from './handed.ts';
import type { Inference } from './inference.ts';
import { iteratorsOf } from './iterators.ts';
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

function resultOf(inference: Inference, module: Module, call: Call, callee: Type): Answer {
  switch (callee.kind) {
    case 'external':
      return resultOfExternal(inference, module, call, callee);
    case 'member':
      return resultOfMember(inference, module, call, callee);
    case 'object': {
      const result = inference.catalogue.methodResultOf(callee.class, '__call__');
      return result === undefined ? UNKNOWN_ANSWER : fromExpression(inference, result, callee);
    }
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
  const special = SPECIAL.get(name) ?? iteratorsOf(name);
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

/** What the function gives that `call` is handed by way of `callee`: `to_thread(open, path)`. */
function returnedBy(inference: Inference, module: Module, call: Call, callee: Type): Answer {
  const [handed, ...others] = handedTo(inference, module, call, callee).filter(({ method }) => method === null);
  if (handed === undefined || others.length > 0) return UNKNOWN_ANSWER;
  return flatMap(handed.target, (type) => {
    if (type.kind === 'function') return returnsOf(inference, type.definition, type.receiver);
    if (type.kind === 'class') return certain({ kind: 'instance', definition: type.definition, made: null });
    if (type.kind === 'member') {
      const result = inference.catalogue.methodResultOf(type.class, type.path.at(-1) ?? '');
      return result === undefined || type.path.length > 1
        ? UNKNOWN_ANSWER
        : fromExpression(inference, result, type.object);
    }
    const result = type.kind === 'external' ? inference.catalogue.resultOf(type.name, () => false) : undefined;
    if (result !== undefined) return fromExpression(inference, result, null);
    return type.kind === 'external' && inference.catalogue.isType(type.name)
      ? certain(objectOf(type.name))
      : UNKNOWN_ANSWER;
  });
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
function yieldedBy(inference: Inference, definition: Definition): Answer {
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

/** `Depends(get_session)`: what the dependency returns, or yields, awaited where it is a coroutine. */
function providedBy(inference: Inference, module: Module, call: Call): Answer {
  const dependency = argumentAt(call, 0, 'dependency');
  if (dependency === null) return UNKNOWN_ANSWER;
  return flatMap(inference.answer(module, dependency), (type) => {
    switch (type.kind) {
      case 'class':
        return certain({ kind: 'instance', definition: type.definition, made: null });
      case 'function': {
        if (type.definition.scope.isGenerator) return yieldedBy(inference, type.definition);
        const result = returnsOf(inference, type.definition, type.receiver);
        return flatMap(result, (value) => (value.kind === 'coroutine' ? value.result : certain(value)));
      }
      default:
        return UNKNOWN_ANSWER;
    }
  });
}

/** Callables whose result depends on what they are given. */
const SPECIAL = new Map<string, (inference: Inference, module: Module, call: Call) => Answer>([
  ['builtins.super', superOf],
  ['functools.partial', partialOf],
  ['typing.cast', (inference, module, call) => castTo(inference, module, call)],
  ['builtins.iter', firstArgument],
  ['builtins.type', typeOf],
  ['builtins.getattr', attributeNamed],
  ['fastapi.Depends', providedBy],
  ['fastapi.Security', providedBy],
  ['fastapi.params.Depends', providedBy],
  ['builtins.list', (inference, module, call) => containerOf(inference, module, call, 'list')],
  ['builtins.sorted', (inference, module, call) => containerOf(inference, module, call, 'list')],
  ['builtins.set', (inference, module, call) => containerOf(inference, module, call, 'set')],
  ['builtins.max', oneOf],
  ['builtins.min', oneOf],
  ['builtins.next', (inference, module, call) => inference.elementsOf(firstArgument(inference, module, call))],
  ['contextlib.closing', firstArgument],
  ['copy.copy', firstArgument],
  ['contextlib.nullcontext', firstArgument],
]);

function firstArgument(inference: Inference, module: Module, call: Call): Answer {
  const argument = argumentAt(call, 0, null);
  return argument === null ? UNKNOWN_ANSWER : inference.answer(module, argument);
}

/** `max(paths, key=size)`, `min(a, b)`. */
function oneOf(inference: Inference, module: Module, call: Call): Answer {
  const values = call.arguments
    .filter(({ keyword }) => keyword === null)
    .map(({ value }) => inference.answer(module, value));
  const [only] = values;
  if (only === undefined || hasSpread(call)) return UNKNOWN_ANSWER;
  return values.length === 1 ? inference.elementsOf(only) : union(values);
}

function containerOf(inference: Inference, module: Module, call: Call, type: string): Answer {
  const elements = inference.elementsOf(firstArgument(inference, module, call));
  return certain({ kind: 'object', class: `builtins.${type}`, arguments: [], elements });
}

function partialOf(inference: Inference, module: Module, call: Call): Answer {
  return certain({ kind: 'partial', target: firstArgument(inference, module, call) });
}

/** `type(value)` is the class of the value. */
function typeOf(inference: Inference, module: Module, call: Call): Answer {
  return flatMap(firstArgument(inference, module, call), (type) => {
    if (type.kind === 'instance') return certain({ kind: 'class', definition: type.definition });
    return type.kind === 'object' ? certain({ kind: 'external', name: type.class }) : UNKNOWN_ANSWER;
  });
}

/** `getattr(value, "name")`. */
function attributeNamed(inference: Inference, module: Module, call: Call): Answer {
  const id = argumentAt(call, 1, null);
  const name = id === null ? undefined : expressionAt(module.summary.expressions, id);
  if (name?.kind !== 'literal' || typeof name.value !== 'string' || call.arguments.length !== 2) return UNKNOWN_ANSWER;
  const attribute = name.value;
  return flatMap(firstArgument(inference, module, call), (type) => attributeOf(inference, type, attribute));
}

function castTo(inference: Inference, module: Module, call: Call): Answer {
  const type: ExpressionId | null = argumentAt(call, 0, 'typ');
  return type === null ? UNKNOWN_ANSWER : annotated(inference, module, type);
}

/** `super()`, or `super(Class, self)`, in a method of a class of the program. */
function superOf(inference: Inference, module: Module, call: Call): Answer {
  if (call.arguments.length > 0) {
    const [of] = inference.answer(module, argumentAt(call, 0, null) ?? UNKNOWN).types;
    const [receiver] = inference.answer(module, argumentAt(call, 1, null) ?? UNKNOWN).types;
    const isKnown = of?.kind === 'class' && (receiver?.kind === 'instance' || receiver?.kind === 'class');
    return isKnown ? certain({ kind: 'super', definition: of.definition, receiver }) : UNKNOWN_ANSWER;
  }
  const callee = expressionAt(module.summary.expressions, call.callee);
  for (let id = callee?.kind === 'name' ? callee.scope : -1; id >= 0; id = definitionOf(module, id).scope.parent) {
    const definition = definitionOf(module, id);
    const owner = ownerOf(definition);
    if (owner !== null && definition.scope.kind === 'function') {
      return certain({
        kind: 'super',
        definition: owner,
        receiver: { kind: 'instance', definition: owner, made: null },
      });
    }
  }
  return UNKNOWN_ANSWER;
}
