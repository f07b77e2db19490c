/**
 * Steps: what one event of a function's body makes its own thread do: a fact of the catalogue, or another function of the
 * program. What is only handed over, awaited, or not known is no step.
 */

import type { Verdict } from '../knowledge/catalogue.ts';
import type { Event, ExpressionId, Guard } from '../summary/model.ts';
import { expressionAt } from '../summary/packed-expressions.ts';
import { isMet } from './arguments.ts';
import { lineage, objectsWith, propertyOf } from './attributes.ts';
import type { Call } from './calls.ts';
import { constructorsOf, factoriesOf } from './construction.ts';
import { type Definition, isAround, type Module } from './definitions.ts';
import { type Change, changerOf, isChange } from './descriptors.ts';
import { dispatched, methodFor, valueIn } from './dispatch.ts';
import { certainTypes, displayName, type Found, NOTHING, running } from './found.ts';
import { carried } from './guards.ts';
import { handedTo, hasDefaultToRun, mayHandOver } from './handed.ts';
import { importing, importingByName } from './imports.ts';
import type { Inference } from './inference.ts';
import { isSignal } from './locks.ts';
import { isReady } from './readiness.ts';
import { entering, iterating, runningFor, runningHanded, runningMethod, wrapperFor } from './special-methods.ts';
import { type Answer, certain, flatMap, isNone, objectOf, type Type } from './types.ts';

/** `way`: which of the possibilities it belongs to, where what the event runs is one of several. */
export type Step = Found & { readonly isLikely: boolean; readonly way: number };

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
    case 'import':
      // Nobody waits for a module to be imported, nor for the cell of a notebook that imports.
      if (definition.scope.kind === 'module') return [];
      return importing(inference, module, event.binding).map((found) => ({ ...found, isLikely: false, way: 0 }));
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
  if (verdict.imports !== undefined) return importingByName(inference, module, call, verdict, name);
  return [{ kind: 'fact', row: verdict, name }];
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
