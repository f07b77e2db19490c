/**
 * Locks of threads: which lock an object is, and what a function does while it holds one.
 *
 * A lock is known by the constructor call that makes it, where that is kept at one place: a module's or class's name, an attribute
 * of `self`, a local name. Of an attribute each object has a lock of its own; they count as one, for which object it is can't be told.
 * Locks that a function hands out, or that a container holds by key, are not known.
 */
import type { LockRow } from '../knowledge/rows.ts';
import type { Event, ExpressionId } from '../summary/model.ts';
import { bindingsOf } from '../summary/packed-bindings.ts';
import { callOf, expressionAt } from '../summary/packed-expressions.ts';
import { enteredIn } from '../summary/packed-scopes.ts';
import { argumentAt, hasSpread } from './arguments.ts';
import { lineage } from './attributes.ts';
import type { Call } from './calls.ts';
import { type Definition, definitionOf, type Module } from './definitions.ts';
import { valueIn } from './dispatch.ts';
import type { Inference } from './inference.ts';
import { isNone, type Making, type ObjectType, type Type } from './types.ts';

/** The part of a function's body in which it holds a lock: its events from `first` up to, not including, `last`. */
export interface Section {
  readonly definition: Definition;
  /** What takes the lock. */
  readonly event: Event;
  readonly lock: ObjectType;
  readonly first: number;
  readonly last: number;
}

/** Whether some function of `module` may hold a lock: a cheap test before inference. */
export function mayHoldLocks({ catalogue }: Inference, module: Module): boolean {
  const { scopes, expressions } = module.summary;
  for (const value of enteredIn(scopes)) if (isName(module, value)) return true;
  return expressions.strings.some((text) => catalogue.isMethodOfLock(text));
}

/** The parts of `definition` in which it holds a lock, whichever. */
export function sectionsIn(inference: Inference, definition: Definition): readonly Section[] {
  const { events } = definition.scope;
  return events.flatMap((event, index): readonly Section[] => {
    const lock = takenBy(inference, definition, event);
    if (lock === null) return [];
    const last = endOf(inference, definition, events, index);
    return last === null ? [] : [{ definition, event, lock, first: index + 1, last }];
  });
}

/** Whether the semaphore that `event` acquires is released elsewhere: then the call waits for whoever does that. */
export function isSignal(inference: Inference, definition: Definition, event: Event, lock: LockRow): boolean {
  if (lock.holders === undefined) return false;
  const { events } = definition.scope;
  const index = events.findIndex(({ id }) => id === event.id);
  return endOf(inference, definition, events, index) === null;
}

/** Where the lock is given back that the event at `index` takes; null where that happens elsewhere. */
function endOf(inference: Inference, definition: Definition, events: readonly Event[], index: number): number | null {
  const event = events[index];
  if (event?.kind === 'with') return index + 1 + event.bodyEvents;
  const acquired = event === undefined ? null : methodOfLock(inference, definition, event);
  if (acquired === null) return null;
  const after = events.findIndex((other, at) => {
    const released = at <= index ? null : methodOfLock(inference, definition, other);
    return released !== null && released.lock === acquired.lock && released.name === acquired.row.release;
  });
  return after < 0 ? null : after;
}

/** The lock that `event` takes; null where it takes none that is known. */
function takenBy(inference: Inference, definition: Definition, event: Event): ObjectType | null {
  if (event.kind === 'with') {
    if (event.isAsync || !isName(definition.module, event.value)) return null;
    return lockIn(inference, valueIn(inference, definition, event.value).types);
  }
  const method = methodOfLock(inference, definition, event);
  return method !== null && method.name === method.row.acquire ? method.lock : null;
}

function isName({ summary }: Module, id: ExpressionId): boolean {
  const kind = expressionAt(summary.expressions, id)?.kind;
  return kind === 'name' || kind === 'attribute';
}

/** The one lock that a value of `types` is; None is not entered. */
function lockIn({ catalogue }: Inference, types: readonly Type[]): ObjectType | null {
  const [type, another] = types.filter((each) => !isNone(each));
  const isLock = type?.kind === 'object' && type.made !== undefined && another === undefined;
  return isLock && catalogue.lockOf(type.class) !== undefined ? type : null;
}

/** The method of a lock that `event` calls. */
function methodOfLock(
  inference: Inference,
  { module }: Definition,
  event: Event,
): { readonly lock: ObjectType; readonly name: string; readonly row: LockRow } | null {
  const call = callOf(module.summary.expressions, event);
  const callee = call !== undefined ? expressionAt(module.summary.expressions, call.callee) : undefined;
  if (call === undefined || callee?.kind !== 'attribute' || !inference.catalogue.isMethodOfLock(callee.name))
    return null;
  const [type, another] = inference.answer(module, call.callee).types;
  if (type?.kind !== 'member' || type.object === null || another !== undefined) return null;
  const row = inference.catalogue.lockOf(type.class);
  return row === undefined ? null : { lock: type.object, name: callee.name, row };
}

/** A lock that one at a time can hold. */
export interface Lock {
  readonly object: ObjectType;
  /** The function of which it is a local, a new one in every call; null where it outlives calls. */
  readonly within: Definition | null;
  /** Each object of a class has one of its own. */
  readonly isOfObject: boolean;
}

/** What is held when `lock` is: itself, or what it stands for; null where that is not known, or where several can hold it. */
export function heldLock(inference: Inference, lock: ObjectType): Lock | null {
  const row = inference.catalogue.lockOf(lock.class);
  if (row === undefined || lock.made === undefined) return null;
  const { module, call } = lock.made;
  if (hasSpread(call)) return null;
  const { holders, standsFor } = row;
  const count = holders === undefined ? null : argumentAt(call, holders.position, holders.keyword);
  if (count !== null && !isOne(module, count)) return null;
  const other = standsFor === undefined ? null : argumentAt(call, standsFor.position, standsFor.keyword);
  if (other === null) return kept(lock, lock.made);
  const behind = lockIn(inference, inference.answer(module, other).types);
  // A lock that is made for this one only: `Condition(Lock())`.
  if (behind?.made !== undefined && isSameCall(expressionAt(module.summary.expressions, other), behind.made.call))
    return kept(lock, lock.made);
  return behind === null ? null : heldLock(inference, behind);
}

function isOne({ summary }: Module, id: ExpressionId): boolean {
  const value = expressionAt(summary.expressions, id);
  return value?.kind === 'literal' && value.value === 1;
}

function isSameCall(expression: ReturnType<typeof expressionAt>, call: Call): boolean {
  return expression?.kind === 'call' && expression.start === call.start && expression.end === call.end;
}

/** `object` by where the call that makes it puts it: an attribute of `self`, or a name. */
function kept(object: ObjectType, { module, call }: Making): Lock | null {
  const { summary } = module;
  const isMade = (id: ExpressionId): boolean => isSameCall(expressionAt(summary.expressions, id), call);
  for (let id = 0; id < summary.scopes.length; id++) {
    const { scope } = definitionOf(module, id);
    if (scope.kind === 'class' && scope.attributes.some(({ value }) => isMade(value)))
      return { object, within: null, isOfObject: true };
  }
  for (const { value, scope } of bindingsOf(summary.bindings)) {
    if (value.kind !== 'assign' || value.path.length > 0 || !isMade(value.value)) continue;
    const owner = definitionOf(module, scope);
    return { object, within: owner.scope.kind === 'function' ? owner : null, isOfObject: false };
  }
  return null;
}

/** Whether two sections' locks, made by the same call, can be one object: not where two classes that are no kin have each its own. */
export function canBeSame(inference: Inference, left: Definition | null, right: Definition | null): boolean {
  if (left === null || right === null || left === right) return true;
  return lineage(inference, left).classes.includes(right) || lineage(inference, right).classes.includes(left);
}

/** The class of whose object the lock that `event` takes is an attribute; null where it is none, or not known. */
export function ownerOfLock(inference: Inference, definition: Definition, event: Event): Definition | null {
  const { expressions } = definition.module.summary;
  const call = callOf(expressions, event);
  const callee = call !== undefined ? expressionAt(expressions, call.callee) : undefined;
  const id = callee?.kind === 'attribute' ? callee.object : event.kind === 'with' ? event.value : null;
  const lock = id === null ? undefined : expressionAt(expressions, id);
  if (lock?.kind !== 'attribute') return null;
  const [owner, another] = valueIn(inference, definition, lock.object).types;
  return another === undefined && owner?.kind === 'instance' ? owner.definition : null;
}
