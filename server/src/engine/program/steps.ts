/**
 * Steps: what one event of a function's body makes its own thread do: a fact of the catalogue, or another function of the
 * program. What is only handed over, awaited, or not known is no step.
 */

import type { Verdict } from '../knowledge/catalogue.ts';
import type { BlockingRow } from '../knowledge/rows.ts';
import type { Event, ExpressionId, Guard } from '../summary/model.ts';
import { expressionAt } from '../summary/packed-expressions.ts';
import { isMet, isOneOfMany } from './arguments.ts';
import { lineage, objectsWith, propertyOf } from './attributes.ts';
import { type Call, returnsOf } from './calls.ts';
import { constructorsOf, factoriesOf } from './construction.ts';
import { isContextManager } from './decorators.ts';
import { type Definition, definitionFor, isAround, type Module, ownerOf } from './definitions.ts';
import { type Change, changerOf, isChange } from './descriptors.ts';
import { dispatched, methodFor, valueIn } from './dispatch.ts';
import { carried } from './guards.ts';
import { handedTo, hasDefaultToRun, mayHandOver } from './handed.ts';
import type { Holding } from './holders.ts';
import type { Inference } from './inference.ts';
import { isSignal } from './locks.ts';
import { isReady } from './readiness.ts';
import { type Answer, certain, flatMap, isNone, type ObjectType, objectOf, type Type } from './types.ts';

/** `way`: which of the possibilities it belongs to, where what the event runs is one of several. */
export type Step = Found & { readonly isLikely: boolean; readonly way: number };

type Found =
  | {
      readonly kind: 'fact';
      readonly row: BlockingRow;
      readonly name: string;
      /** The lock that it takes: it waits only where somebody waits who holds that. */
      readonly lock?: ObjectType;
      readonly holding?: Holding;
    }
  | { readonly kind: 'function'; readonly definition: Definition };

const NOTHING: readonly Found[] = [];

/** What `event`, in the body of `definition`, makes its thread do. */
export function stepsOf(inference: Inference, definition: Definition, event: Event): readonly Step[] {
  const { module } = definition;
  switch (event.kind) {
    case 'call': {
      const call = expressionAt(module.summary.expressions, event.call);
      if (call?.kind !== 'call') return [];
      return every(calleesOf(inference, definition, call), (type) => {
        const found = [
          ...calledBy(inference, module, call, type),
          ...handedIn(inference, definition, event, call, type),
        ];
        return found
          .filter((step) => step.kind !== 'fact' || !isReady(inference, definition, call, type, step.row))
          .map((step) => (step.kind === 'fact' ? taking(inference, definition, event, type, step) : step));
      });
    }
    case 'with':
      if (event.isAsync) return [];
      return every(valueIn(inference, definition, event.value), (type) => entering(inference, type, event.bodyAwaits));
    case 'iterate':
      if (event.isAsync) return [];
      return every(valueIn(inference, definition, event.value), (type) => iterating(inference, type));
    case 'attribute':
      return reading(inference, definition, event.value);
    case 'implicit':
      if (isChange(event.method)) return changing(inference, definition, event.value, event.method);
      return every(valueIn(inference, definition, event.value), (type) => runningMethod(inference, type, event.method));
  }
}

/**
 * What `call` may call: a parameter of a function around as such, for what its callers pass is theirs to tell; another that was kept
 * (`self.read = read`) is what they pass.
 */
function calleesOf(inference: Inference, definition: Definition, call: Call): Answer {
  const { module, receiver } = definition;
  if (receiver !== null) return valueIn(inference, definition, call.callee);
  const answer = inference.answer(module, call.callee);
  const isKept = (type: Type): boolean => type.kind === 'parameter' && !isAround(type.definition, definition);
  return answer.types.some(isKept) ? inference.resolved(answer) : answer;
}

/** Every possibility must be known and do something: one harmless or unknown way through, and nothing is said. */
function every({ types: possible, isComplete }: Answer, follow: (type: Type) => readonly Found[]): readonly Step[] {
  if (!isComplete) return [];
  const types = possible.filter((type) => !isNone(type));
  const found = types.map(follow);
  if (found.some((steps) => steps.length === 0)) return [];
  const isLikely = types.length > 1;
  // Kept as long as the program: `flatMap` leaves room for 16 more.
  return found.flatMap((steps, way) => steps.map((step) => ({ isLikely, way, ...step }))).slice();
}

function calledBy(inference: Inference, module: Module, call: Call, callee: Type): readonly Found[] {
  const { catalogue } = inference;
  switch (callee.kind) {
    case 'external': {
      return factAt(inference, module, call, catalogue.verdictOn(callee.name), displayName(callee.name));
    }
    case 'member': {
      const name = `${displayName(callee.class)}.${callee.path.join('.')}`;
      return factAt(inference, module, call, catalogue.verdictOnMember(callee.class, callee.path), name);
    }
    case 'object': {
      const verdict = catalogue.verdictOnMember(callee.class, ['__call__']);
      return factAt(inference, module, call, verdict, displayName(callee.class));
    }
    case 'class':
      return constructing(inference, module, call, callee.definition);
    case 'function':
      return runningFor(inference, callee.definition, callee.receiver);
    case 'wrapped':
      return [...running(wrapperFor(callee)), ...calledBy(inference, module, call, callee.target)];
    case 'instance': {
      const method = methodFor(inference, callee.definition, '__call__');
      return method === null ? NOTHING : running(method);
    }
    case 'partial':
      return certainTypes(callee.target).flatMap((target) => calledBy(inference, module, call, target));
    default:
      return NOTHING;
  }
}

/** The step of calling `callee`, with the lock that it takes; a semaphore that somebody else releases is a signal. */
function taking(
  inference: Inference,
  definition: Definition,
  event: Event,
  callee: Type,
  step: Extract<Found, { kind: 'fact' }>,
): Found {
  if (callee.kind !== 'member') return step;
  const lock = inference.catalogue.lockOf(callee.class);
  const takes = lock !== undefined && step.row === inference.catalogue.verdictOnMember(callee.class, [lock.acquire]);
  if (!takes || isSignal(inference, definition, event, lock)) return step;
  return { ...step, lock: callee.object ?? objectOf(callee.class) };
}

/** An awaited call of a name that blocks elsewhere is some other, asynchronous thing. */
function factAt(inference: Inference, module: Module, call: Call, verdict: Verdict, name: string): readonly Found[] {
  if (typeof verdict !== 'object' || call.isAwaited) return NOTHING;
  if ((verdict.at ?? 'call') !== 'call' || !isMet(inference, module, call, verdict)) return NOTHING;
  return [{ kind: 'fact', row: verdict, name }];
}

/** The body of a plain function runs now; a coroutine's when it is awaited, a generator's when it is iterated. */
function running(definition: Definition): readonly Found[] {
  return definition.scope.isAsync || definition.scope.isGenerator ? NOTHING : [{ kind: 'function', definition }];
}

/** The same of a method, as it runs for the class of what it is bound to. */
function runningFor(inference: Inference, definition: Definition, receiver: Type | null): readonly Found[] {
  return running(receiver?.kind === 'instance' ? dispatched(inference, definition, receiver.definition) : definition);
}

/** The wrapper of a method, whose first parameter is then the object that the method is bound to. */
function wrapperFor({ wrapper, target }: Extract<Type, { kind: 'wrapped' }>): Definition {
  const receiver = target.kind === 'function' ? target.receiver : null;
  const isNested = ownerOf(wrapper) === null && wrapper.scope.parameters[0]?.kind === 'positional';
  return isNested && receiver?.kind === 'instance' ? definitionFor(wrapper, receiver.definition) : wrapper;
}

function constructing(inference: Inference, module: Module, call: Call, definition: Definition): readonly Found[] {
  const own = constructorsOf(inference, definition).flatMap(running);
  const factories = factoriesOf(inference, definition, call).flatMap((factory) =>
    certainTypes(factory).flatMap((type) => runningHanded(inference, type)),
  );
  if (own.length > 0 || factories.length > 0) return [...own, ...factories];
  const { external } = lineage(inference, definition);
  return external.flatMap((name) =>
    factAt(inference, module, call, inference.catalogue.verdictOn(name), displayName(name)),
  );
}

/** What the call runs of what it is handed: `sorted(key=f)`, `list(path.glob("*"))`, and the program's own `retry(f)`. */
function handedIn(
  inference: Inference,
  definition: Definition,
  event: Event,
  call: Call,
  callee: Type,
): readonly Found[] {
  const { module } = definition;
  if (!mayHandOver(module, call) && !hasDefaultToRun(callee)) return NOTHING;
  const isRun = (guards: readonly Guard[]): boolean =>
    guards.length === 0 ||
    (callee.kind === 'function' && carried(inference, definition, event, callee.definition, guards)?.length === 0);
  return handedTo(inference, module, call, callee)
    .filter(({ runs, guards }) => runs === 'here' && isRun(guards))
    .flatMap(({ target, method }) =>
      method === null
        ? certainTypes(target).flatMap((type) => runningHanded(inference, type))
        : certainTypes(inference.resolved(target)).flatMap((type) => runningMethod(inference, type, method)),
    );
}

/** What running a handed-over value does; with which arguments it is called is not known. */
function runningHanded(inference: Inference, type: Type): readonly Found[] {
  switch (type.kind) {
    case 'function':
      return runningFor(inference, type.definition, type.receiver);
    case 'wrapped':
      return [...running(wrapperFor(type)), ...runningHanded(inference, type.target)];
    case 'partial':
      return certainTypes(type.target).flatMap((target) => runningHanded(inference, target));
    case 'external':
      return unconditional(inference.catalogue.verdictOn(type.name), displayName(type.name));
    case 'member': {
      const name = `${displayName(type.class)}.${type.path.join('.')}`;
      return unconditional(inference.catalogue.verdictOnMember(type.class, type.path), name);
    }
    default:
      return NOTHING;
  }
}

/** A fact that holds whatever the arguments are, or but for one value of many. */
function unconditional(verdict: Verdict, name: string): readonly Found[] {
  const isFact = typeof verdict === 'object' && (verdict.at ?? 'call') === 'call';
  return isFact && verdict.onlyIf === undefined && (verdict.unless ?? []).every(isOneOfMany)
    ? [{ kind: 'fact', row: verdict, name }]
    : NOTHING;
}

function certainTypes(answer: Answer): readonly Type[] {
  return answer.isComplete && answer.types.length === 1 ? answer.types : [];
}

function entering(inference: Inference, type: Type, bodyAwaits: boolean): readonly Found[] {
  switch (type.kind) {
    case 'object': {
      const lock = inference.catalogue.lockOf(type.class);
      if (lock !== undefined) {
        const row = inference.catalogue.verdictOnMember(type.class, [lock.acquire]);
        return typeof row === 'object'
          ? [{ kind: 'fact', row, name: `${displayName(type.class)}.__enter__`, lock: type }]
          : NOTHING;
      }
      return ['__enter__', '__exit__'].flatMap((name): readonly Found[] => {
        const verdict = inference.catalogue.verdictOnMember(type.class, [name]);
        if (typeof verdict !== 'object' || !verdict.name.endsWith(name)) return NOTHING;
        // Who awaits its work inside the block leaves little to wait for at its end (measured: semantics of executors).
        if (verdict.kind === 'wait' && bodyAwaits) return NOTHING;
        return [{ kind: 'fact', row: verdict, name: `${displayName(type.class)}.${name}` }];
      });
    }
    case 'instance':
      return ['__enter__', '__exit__']
        .map((name) => methodFor(inference, type.definition, name))
        .flatMap((method) => (method === null ? [] : running(method)));
    case 'generator':
      return isContextManager(inference, type.definition)
        ? [{ kind: 'function', definition: type.definition }]
        : NOTHING;
    case 'managed':
      // What is open was opened by a call of its own: only a `close` of the program's may do more than undo that.
      return type.isClosed
        ? certainTypes(inference.resolved(type.value)).flatMap((value) => closing(inference, value))
        : NOTHING;
    default:
      return NOTHING;
  }
}

function closing(inference: Inference, type: Type): readonly Found[] {
  const method = type.kind === 'instance' ? methodFor(inference, type.definition, 'close') : null;
  return method === null ? NOTHING : running(method);
}

function iterating(inference: Inference, type: Type): readonly Found[] {
  switch (type.kind) {
    case 'lazy':
      return [{ kind: 'fact', row: type.row, name: displayName(type.row.name) }];
    case 'generator':
      return [{ kind: 'function', definition: type.definition }];
    case 'mapped':
      return [
        ...type.sources.flatMap((source) => certainTypes(source).flatMap((each) => iterating(inference, each))),
        ...(type.target === null
          ? []
          : certainTypes(type.target).flatMap((target) => runningHanded(inference, target))),
      ];
    case 'external': {
      const verdict = inference.catalogue.verdictOn(`${type.name}.__iter__`);
      return typeof verdict === 'object' ? [{ kind: 'fact', row: verdict, name: verdict.name }] : NOTHING;
    }
    case 'object': {
      const verdict = inference.catalogue.verdictOnMember(type.class, ['__iter__']);
      const isIterated = typeof verdict === 'object' && verdict.name.endsWith('.__iter__');
      return isIterated ? [{ kind: 'fact', row: verdict, name: `${displayName(type.class)}.__iter__` }] : NOTHING;
    }
    case 'instance':
      return iteratingObject(inference, type);
    default:
      return NOTHING;
  }
}

/**
 * `for … in object`: `__iter__`, and what it returns is iterated; without one, `__getitem__` from 0 on (reference: data model,
 * emulating container types).
 */
function iteratingObject(inference: Inference, type: Extract<Type, { kind: 'instance' }>): readonly Found[] {
  const [iter, next] = ['__iter__', '__next__'].map((name) => methodFor(inference, type.definition, name));
  const methods = [iter, next].flatMap((method) => (method ? [{ kind: 'function' as const, definition: method }] : []));
  if (iter) {
    if (iter.scope.isGenerator) return methods;
    const task = `iterate ${type.definition.module.path} ${type.definition.id}`;
    const iterate = () =>
      certainTypes(returnsOf(inference, iter, type)).flatMap((iterator) => iterating(inference, iterator));
    return [...methods, ...inference.once(task, iterate, NOTHING)].filter(isFirst);
  }
  const isWhole = lineage(inference, type.definition).external.length === 0;
  const item = methods.length === 0 && isWhole ? methodFor(inference, type.definition, '__getitem__') : null;
  return item === null ? methods : running(item);
}

/** `__iter__` that returns the object itself leads to the same `__next__` again. */
function isFirst(found: Found, index: number, all: readonly Found[]): boolean {
  return (
    found.kind !== 'function' ||
    all.findIndex((other) => other.kind === 'function' && other.definition === found.definition) === index
  );
}

/** Reading `object.name` runs a property, or `__getattr__` where the class has no such name. */
function reading(inference: Inference, definition: Definition, id: ExpressionId): readonly Step[] {
  const attribute = expressionAt(definition.module.summary.expressions, id);
  if (attribute?.kind !== 'attribute') return [];
  const { definesMember } = inference.surroundings;
  if (!definesMember(attribute.name) && !definesMember('__getattr__')) return [];
  const objects = flatMap(valueIn(inference, definition, attribute.object), (type) =>
    type.kind === 'instance' ? objectsWith(inference, type.definition, attribute.name) : certain(type),
  );
  return every(objects, (type) => {
    const object = type.kind === 'super' ? type.receiver : type;
    if (object.kind !== 'instance' || (type.kind !== 'super' && type.kind !== 'instance')) return NOTHING;
    const getter = propertyOf(inference, type, attribute.name);
    return getter === null ? NOTHING : running(dispatched(inference, getter, object.definition));
  });
}

/** Setting or deleting `object.name` runs a setter or deleter, a descriptor, or the `__setattr__` of the object's class. */
function changing(inference: Inference, definition: Definition, id: ExpressionId, change: Change): readonly Step[] {
  const attribute = expressionAt(definition.module.summary.expressions, id);
  if (attribute?.kind !== 'attribute') return [];
  const { definesMember } = inference.surroundings;
  if (!definesMember(attribute.name) && !definesMember(change)) return [];
  return every(valueIn(inference, definition, attribute.object), (type) => {
    const changer = type.kind === 'instance' ? changerOf(inference, type.definition, attribute.name, change) : null;
    return changer === null ? NOTHING : running(changer);
  });
}

/** What the special method `name` of a value does, where it is run by something that is given the value. */
function runningMethod(inference: Inference, type: Type, name: string): readonly Found[] {
  if (name === '__iter__') return iterating(inference, type);
  // What an exit stack enters it leaves at the end of its own block.
  if (name === '__enter__') return entering(inference, type, true);
  // It is a coroutine, or stands for one: a root of its own.
  if (name === '__aenter__') return NOTHING;
  if (type.kind !== 'instance') {
    const own = type.kind === 'object' ? ownMethod(inference, type.class, name) : NOTHING;
    return own.length === 0 && name === '__contains__' ? iterating(inference, type) : own;
  }
  const { definesMember } = inference.surroundings;
  for (const each of [name, ...(STAND_INS.get(name) ?? [])]) {
    const method = definesMember(each) ? methodFor(inference, type.definition, each) : null;
    if (method !== null) return each === '__iter__' ? iterating(inference, type) : running(method);
    // A base outside the program may have a method of the name.
    if (lineage(inference, type.definition).external.length > 0) break;
  }
  return NOTHING;
}

/** What Python asks where a class has no such method, in order (reference: data model, special method names). */
const STAND_INS = new Map<string, readonly string[]>([
  ['__bool__', ['__len__']],
  ['__contains__', ['__iter__']],
  ['__format__', ['__str__', '__repr__']],
  ['__str__', ['__repr__']],
  ['__ne__', ['__eq__']],
  ...['add', 'sub', 'mul', 'truediv', 'floordiv', 'mod', 'pow', 'matmul', 'or', 'and', 'xor', 'lshift', 'rshift'].map(
    (name): [string, readonly string[]] => [`__i${name}__`, [`__${name}__`]],
  ),
]);

/** What the catalogue says of the special method `name` of the class `type`; a `.*` row does not speak of those. */
function ownMethod(inference: Inference, type: string, name: string): readonly Found[] {
  const verdict = inference.catalogue.verdictOnMember(type, [name]);
  return typeof verdict === 'object' && verdict.name.endsWith(`.${name}`)
    ? unconditional(verdict, `${displayName(type)}.${name}`)
    : NOTHING;
}

/** `open`, as people write it. */
export function displayName(name: string): string {
  return name.replace(/^builtins\./, '');
}
