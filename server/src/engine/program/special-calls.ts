/** Calls whose result depends on what they are given: builtins and the like that hand out, wrap or name their arguments. */
import { type ExpressionId, UNKNOWN } from '../summary/model.ts';
import { expressionAt } from '../summary/packed-expressions.ts';
import { annotated } from './annotations.ts';
import { argumentAt, hasSpread } from './arguments.ts';
import { attributeOf } from './attributes.ts';
import { type Call, returnsOf, yieldedBy } from './calls.ts';
import { definitionOf, type Module, ownerOf } from './definitions.ts';
import type { Inference } from './inference.ts';
import { iteratorsOf } from './iterators.ts';
import { type Answer, certain, flatMap, objectOf, UNKNOWN_ANSWER, union } from './types.ts';

type Result = (inference: Inference, module: Module, call: Call) => Answer;

const SPECIAL = new Map<string, Result>([
  ['builtins.super', superOf],
  ['builtins.property', propertyOf],
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
  ['copy.copy', firstArgument],
  ['contextlib.aclosing', (inference, module, call) => managed(inference, module, call, false)],
  ['contextlib.closing', (inference, module, call) => managed(inference, module, call, true)],
  ['contextlib.nullcontext', (inference, module, call) => managed(inference, module, call, false)],
  ['functools.cmp_to_key', partialOf],
  // Called, these are like the function that they are given; in a class body that function is bound as a method is.
  ['functools.partialmethod', firstArgument],
  ['builtins.staticmethod', firstArgument],
  ['asyncio.wait_for', awaitedArgument],
  ['asyncio.shield', awaitedArgument],
  ['asyncio.create_task', taskOf],
  ['asyncio.ensure_future', taskOf],
  ['asyncio.gather', gathered],
  ['typing.NewType', newType],
  ['typing_extensions.NewType', newType],
  ['typing.TypeVar', typeVariable],
  ['typing_extensions.TypeVar', typeVariable],
]);

/** What calling the external `name` gives; undefined where that is for the catalogue to say. */
export function specialResultOf(name: string): Result | undefined {
  return SPECIAL.get(name) ?? iteratorsOf(name);
}

/** `property(get)`, `property(lambda self: …)`. */
function propertyOf(inference: Inference, module: Module, call: Call): Answer {
  const getter = argumentAt(call, 0, 'fget');
  if (getter === null) return UNKNOWN_ANSWER;
  return flatMap(inference.answer(module, getter), (type) =>
    type.kind === 'function' ? certain({ kind: 'property', definition: type.definition }) : UNKNOWN_ANSWER,
  );
}

/** Whether the function `name` takes nothing that could not be awaited. */
export function takesAwaitables(name: string): boolean {
  return AWAITING.has(name);
}

const AWAITING = new Set(
  ['wait_for', 'shield', 'create_task', 'ensure_future', 'gather'].map((name) => `asyncio.${name}`),
);

function awaitedArgument(inference: Inference, module: Module, call: Call): Answer {
  return certain({ kind: 'coroutine', result: inference.awaited(firstArgument(inference, module, call)) });
}

function taskOf(inference: Inference, module: Module, call: Call): Answer {
  return certain({
    ...objectOf('asyncio.Task'),
    elements: inference.awaited(firstArgument(inference, module, call)),
  });
}

/** `a, b = await gather(f(), g())`; with `return_exceptions` any of them may be an exception. */
function gathered(inference: Inference, module: Module, call: Call): Answer {
  if (call.arguments.some(({ keyword, isSpread }) => isSpread || keyword !== null)) return UNKNOWN_ANSWER;
  const items = call.arguments.map(({ value }) => inference.awaited(inference.answer(module, value)));
  return certain({ kind: 'coroutine', result: certain({ kind: 'tuple', items }) });
}

function managed(inference: Inference, module: Module, call: Call, isClosed: boolean): Answer {
  return certain({ kind: 'managed', value: firstArgument(inference, module, call), isClosed });
}

/** `Named = NewType('Named', Type)` is its second argument to all who use it. */
function newType(_: Inference, module: Module, call: Call): Answer {
  const type = argumentAt(call, 1, 'tp');
  return type === null ? UNKNOWN_ANSWER : certain({ kind: 'alias', module, expression: type });
}

/** `TypeVar('T', bound=Type)`. */
function typeVariable(_: Inference, module: Module, call: Call): Answer {
  const bound = argumentAt(call, null, 'bound');
  return bound === null ? UNKNOWN_ANSWER : certain({ kind: 'variable', module, bound });
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
