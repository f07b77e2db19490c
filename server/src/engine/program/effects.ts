/**
 * Effects: what running a function does to the thread it runs on, inferred from the catalogue and from hot loops and carried up
 * ordinary calls until nothing changes. Each effect keeps the first step of its shortest chain, so that any chain can be told.
 */
import type { Fact } from '../knowledge/rows.ts';
import type { Event, Guard } from '../summary/model.ts';
import { callOf, expressionAt } from '../summary/packed-expressions.ts';
import { Computing } from './computes.ts';
import { neverHold } from './constants.ts';
import type { Definition } from './definitions.ts';
import { type Cause, type Effect, type EffectKind, EffectSet } from './effect-set.ts';
import { carried } from './guards.ts';
import type { Holding } from './holders.ts';
import type { Inference } from './inference.ts';
import { isRemembered, waitingFor } from './memos.ts';
import { isAskedByCaller } from './readiness.ts';
import { isNew } from './sources.ts';
import { takesAwaitables } from './special-calls.ts';
import { type Step, stepsOf } from './steps.ts';
import type { ObjectType } from './types.ts';

/** An event and what it makes its thread do. */
export interface Stepped {
  readonly event: Event;
  readonly steps: readonly Step[];
}

/** For whom `event`, in the body of a function, waits when it takes a lock; null where for nobody, as far as is known. */
export type HoldingOf = (lock: ObjectType, definition: Definition, event: Event) => Holding | null;

const NO_EFFECTS = new EffectSet();

export class Effects {
  readonly #inference: Inference;
  readonly #holdingOf: HoldingOf;
  readonly computing: Computing;
  readonly #stepped = new Map<Definition, readonly Stepped[]>();
  readonly #effects = new Map<Definition, EffectSet>();

  constructor(inference: Inference, holdingOf: HoldingOf) {
    this.#inference = inference;
    this.#holdingOf = holdingOf;
    this.computing = new Computing(inference);
  }

  /** What the body of `definition` does, event by event; events that do nothing known are left out. */
  steppedOf(definition: Definition): readonly Stepped[] {
    const known = this.#stepped.get(definition);
    if (known !== undefined) return known;
    const stepped = definition.scope.events
      .map((event) => ({ event, steps: this.#withHoldings(definition, event) }))
      .filter(({ event, steps }) => steps.length > 0 && !neverHold(this.#inference, definition, event.place.guards));
    this.#stepped.set(definition, stepped);
    return stepped;
  }

  /** The steps of `event`; taking a lock is one only where somebody waits who holds it. */
  #withHoldings(definition: Definition, event: Event): readonly Step[] {
    const steps = stepsOf(this.#inference, definition, event);
    if (!steps.some((step) => step.kind === 'fact' && step.lock !== undefined)) return steps;
    const held = steps.flatMap((step): readonly Step[] => {
      if (step.kind !== 'fact' || step.lock === undefined) return [step];
      const holding = this.#holdingOf(step.lock, definition, event);
      return holding === null ? [] : [{ ...step, isLikely: step.isLikely || holding.isLikely, holding }];
    });
    return held.length === steps.length ? held : [];
  }

  /** Settles `definition`, unless something that was settled has reached it. */
  settleOnce(definition: Definition): void {
    if (!this.#effects.has(definition)) this.settle([definition]);
  }

  /** The effects of running `definition`. It must have been among what `settle` reached. */
  effectsOf(definition: Definition): EffectSet {
    return this.#effects.get(definition) ?? NO_EFFECTS;
  }

  /**
   * Finds the effects of every function that `roots` can reach by ordinary calls. Functions settled before stay as they are: all
   * that they call was settled with them.
   */
  settle(roots: readonly Definition[]): void {
    const callers = this.#callersFrom(roots);
    const levels: Definition[][] = [];
    const enqueue = (definition: Definition, depth: number): void => {
      levels[depth] ??= [];
      levels[depth].push(definition);
    };
    for (const definition of callers.keys()) {
      if (!this.#effects.has(definition)) this.#effects.set(definition, this.#ownEffects(definition));
      for (const { depth } of this.effectsOf(definition).all) enqueue(definition, depth);
    }
    // Level by level: an effect reaches each function first by a shortest chain.
    for (let depth = 0; depth < levels.length; depth++) {
      // In the order of the text, so that ties fall alike whatever is checked together.
      for (const callee of [...new Set(levels[depth])].sort(byPlace)) {
        for (const caller of callers.get(callee) ?? []) {
          if (this.#inherit(caller, callee, depth)) enqueue(caller.definition, depth + 1);
        }
      }
    }
  }

  /** Every function that `roots` reach, each with those who call it. */
  #callersFrom(roots: readonly Definition[]): Map<Definition, Caller[]> {
    const callers = new Map<Definition, Caller[]>();
    const pending: Definition[] = [];
    const reach = (definition: Definition): Caller[] => {
      const known = callers.get(definition);
      if (known !== undefined) return known;
      const made: Caller[] = [];
      callers.set(definition, made);
      pending.push(definition);
      return made;
    };
    for (const root of roots) reach(root);
    for (let definition = pending.pop(); definition !== undefined; definition = pending.pop()) {
      for (const { event, steps } of this.steppedOf(definition)) {
        for (const step of steps) {
          if (step.kind === 'function') {
            reach(step.definition).push({ definition, event, isLikely: step.isLikely, steps });
          }
        }
      }
    }
    return callers;
  }

  #ownEffects(definition: Definition): EffectSet {
    const effects = new EffectSet();
    for (const { event, steps } of this.steppedOf(definition)) {
      if (!this.actsEveryWay(steps)) continue;
      for (const step of steps) {
        if (step.kind === 'fact') effects.add(effectOfFact(event, step));
      }
    }
    for (const code of this.computing.burningIn(definition)) {
      effects.add({
        kind: 'computes',
        weight: code.weight,
        cause: { kind: 'code', code },
        event: null,
        next: null,
        depth: 0,
        guards: code.guards,
        isConditional: false,
        isLikely: true,
      });
    }
    return effects;
  }

  /** Whether each of the possibilities for what an event runs has some effect: one harmless way through, and nothing is said. */
  actsEveryWay(steps: readonly Step[]): boolean {
    const acting = steps.filter((step) => step.kind === 'fact' || this.effectsOf(step.definition).all.length > 0);
    return steps.every(({ isLikely, way }) => !isLikely || acting.some((step) => step.way === way));
  }

  /** What the event of `stepped`, in the body of `definition`, does to its thread; the functions that it runs must be settled. */
  effectsAt(definition: Definition, { event, steps }: Stepped): readonly Effect[] {
    if (!this.actsEveryWay(steps)) return [];
    return steps.flatMap((step) => {
      if (step.kind === 'fact') return [effectOfFact(event, step)];
      const caller = { definition, event, isLikely: step.isLikely, steps };
      return this.effectsOf(step.definition).all.flatMap(
        (effect) => inherit(this.#inference, caller, step.definition, effect) ?? [],
      );
    });
  }

  /** Whether the caller gained one of the effects that `callee` has at `depth` calls from their causes. */
  #inherit(caller: Caller, callee: Definition, depth: number): boolean {
    const effects = this.#effects.get(caller.definition);
    if (effects === undefined || !this.actsEveryWay(caller.steps)) return false;
    let hasGained = false;
    for (const effect of this.effectsOf(callee).all) {
      if (effect.depth !== depth) continue;
      const inherited = inherit(this.#inference, caller, callee, effect);
      if (inherited !== null && effects.add(inherited)) hasGained = true;
    }
    return hasGained;
  }
}

function byPlace(left: Definition, right: Definition): number {
  if (left.module === right.module) return left.id - right.id;
  return left.module.path < right.module.path ? -1 : 1;
}

/** A place from which a function is called. */
interface Caller {
  readonly definition: Definition;
  readonly event: Event;
  readonly isLikely: boolean;
  /** All that the event may run. */
  readonly steps: readonly Step[];
}

/** What `caller` gets of an effect of `callee`; null where the conditions on the way do not hold for certain. */
function inherit(inference: Inference, caller: Caller, callee: Definition, effect: Effect): Effect | null {
  const { event, definition } = caller;
  const waiting = waitingFor(inference, definition, event, callee);
  if (waiting === 'never' || isAskedByCaller(definition, event, callee, effect)) return null;
  // What is computed for the same arguments is computed once; the disk or the network may be asked for ever new ones.
  const computes = effect.kind === 'computes' || effect.kind === 'computes-released';
  const isOnce = waiting === 'once' || (computes && isRemembered(inference, callee));
  const guards = carried(inference, definition, event, callee, effect.guards);
  if (guards === null) return null;
  // What a plain function gives on the way where it waits could not be awaited: that way is not the one that is taken here.
  if (effect.isConditional && isAwaited(inference, definition, event)) return null;
  if (isOfNewObject(inference, definition, event, effect.cause)) return null;
  // What always raises would have been noticed: behind a condition, the condition is what keeps it off the loop.
  if (effect.kind === 'runs-loop' && effect.isConditional) return null;
  return {
    ...effect,
    event,
    next: { definition: callee, effect },
    depth: effect.depth + 1,
    guards: [...event.place.guards, ...guards, ...(isOnce ? ONCE : [])],
    isConditional: effect.isConditional || event.place.isConditional,
    isLikely: effect.isLikely || caller.isLikely,
  };
}

/** Whether `cause` is a lock of the object that `event` makes, or calls a method of and was just made: nobody else has it yet. */
function isOfNewObject(inference: Inference, { module }: Definition, event: Event, cause: Cause): boolean {
  if (cause.kind !== 'fact' || !cause.step.holding?.isOfObject) return false;
  const call = callOf(module.summary.expressions, event);
  if (call === undefined) return false;
  const callee = expressionAt(module.summary.expressions, call.callee);
  const isOnNew = callee?.kind === 'attribute' && isNew(inference, module, callee.object);
  return isOnNew || inference.answer(module, call.callee).types.some(({ kind }) => kind === 'class');
}

/** Whether what the call at `event` gives is awaited, or handed to what takes nothing else: `wait_for(load(), 1)`. */
function isAwaited(inference: Inference, { module, scope }: Definition, event: Event): boolean {
  if (event.kind !== 'call') return false;
  const { expressions } = module.summary;
  const call = expressionAt(expressions, event.call);
  if (call?.kind !== 'call' || call.isAwaited) return call?.kind === 'call';
  return scope.events.some((other) => {
    const around = callOf(expressions, other);
    if (around === undefined || !around.arguments.some(({ value }) => value === event.call)) return false;
    const { types } = inference.answer(module, around.callee);
    return types.some((type) => type.kind === 'external' && takesAwaitables(type.name));
  });
}

const ONCE: readonly Guard[] = [{ kind: 'once' }];

/** The effect of reaching `step` at `event`. */
function effectOfFact(event: Event, step: Extract<Step, { kind: 'fact' }>): Effect {
  const { row, isLikely, holding } = step;
  const kind = kindOf(row);
  const { guards, isConditional } = event.place;
  return {
    kind,
    weight: holding?.weight ?? row.weight,
    cause: { kind: 'fact', step },
    event,
    next: null,
    depth: 0,
    guards,
    isConditional,
    isLikely,
  };
}

/** What the callable of `row` does to its thread. */
export function kindOf({ effect, kind }: Fact): EffectKind {
  return effect === 'waits' ? (kind ?? 'wait') : effect;
}
