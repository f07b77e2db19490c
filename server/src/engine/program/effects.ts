/**
 * Effects: what running a function does to the thread it runs on, inferred from the catalogue and from hot loops and carried up
 * ordinary calls until nothing changes. Each effect keeps the first step of its shortest chain, so that any chain can be told.
 */
import type { WaitKind, Weight } from '../knowledge/rows.ts';
import type { Event, Guard, HotLoop } from '../summary/model.ts';
import { computesIn } from './computes.ts';
import { isCached } from './decorators.ts';
import type { Definition } from './definitions.ts';
import { carried } from './guards.ts';
import type { Inference } from './inference.ts';
import { type Step, stepsOf } from './steps.ts';

/** What is done to the thread: it waits for one of the kinds, starts an event loop, or computes. */
export type EffectKind = WaitKind | 'runs-loop' | 'computes';

/** Where a chain ends: a row of the catalogue, or a loop in the text. */
export type Cause =
  | { readonly kind: 'fact'; readonly step: Extract<Step, { kind: 'fact' }> }
  | { readonly kind: 'hot-loop'; readonly loop: HotLoop };

/** One effect of one function, and the first step towards its cause. */
export interface Effect {
  readonly kind: EffectKind;
  readonly weight: Weight;
  readonly cause: Cause;
  /** The event of the function from which the effect comes; null where the cause stands in the function itself (a loop). */
  readonly event: Event | null;
  /** The function of the program that the event runs; null where the cause is reached. */
  readonly next: Definition | null;
  /** Calls between the function and the cause. */
  readonly depth: number;
  /** The conditions, on parameters of the function and the like, under which its callers meet the effect. */
  readonly guards: readonly Guard[];
  /** Some condition stands on the way, of whatever kind. */
  readonly isConditional: boolean;
  readonly isLikely: boolean;
}

/** An event and what it makes its thread do. */
export interface Stepped {
  readonly event: Event;
  readonly steps: readonly Step[];
}

const NO_EFFECTS: ReadonlyMap<EffectKind, Effect> = new Map();

export class Effects {
  readonly #inference: Inference;
  readonly #stepped = new Map<Definition, readonly Stepped[]>();
  readonly #effects = new Map<Definition, Map<EffectKind, Effect>>();

  constructor(inference: Inference) {
    this.#inference = inference;
  }

  /** What the body of `definition` does, event by event; events that do nothing known are left out. */
  steppedOf(definition: Definition): readonly Stepped[] {
    const known = this.#stepped.get(definition);
    if (known !== undefined) return known;
    const stepped = definition.scope.events
      .map((event) => ({ event, steps: stepsOf(this.#inference, definition, event) }))
      .filter(({ steps }) => steps.length > 0);
    this.#stepped.set(definition, stepped);
    return stepped;
  }

  /** The effects of running `definition`. It must have been among what `settle` reached. */
  effectsOf(definition: Definition): ReadonlyMap<EffectKind, Effect> {
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
      for (const { depth } of this.effectsOf(definition).values()) enqueue(definition, depth);
    }
    // Level by level: an effect reaches each function first by a shortest chain.
    for (let depth = 0; depth < levels.length; depth++) {
      for (const callee of new Set(levels[depth])) {
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

  #ownEffects(definition: Definition): Map<EffectKind, Effect> {
    const effects = new Map<EffectKind, Effect>();
    for (const { event, steps } of this.steppedOf(definition)) {
      if (!this.actsEveryWay(steps)) continue;
      for (const step of steps) {
        if (step.kind === 'fact') keepHeavier(effects, effectOfFact(event, step));
      }
    }
    const loop = computesIn(this.#inference, definition);
    if (loop !== null) {
      const cause: Cause = { kind: 'hot-loop', loop };
      effects.set('computes', {
        kind: 'computes',
        weight: 'medium',
        cause,
        event: null,
        next: null,
        depth: 0,
        guards: [],
        isConditional: false,
        isLikely: true,
      });
    }
    return effects;
  }

  /** Whether each of the possibilities for what an event runs has some effect: one harmless way through, and nothing is said. */
  actsEveryWay(steps: readonly Step[]): boolean {
    const acting = steps.filter((step) => step.kind === 'fact' || this.effectsOf(step.definition).size > 0);
    return steps.every(({ isLikely, way }) => !isLikely || acting.some((step) => step.way === way));
  }

  /** Whether the caller gained one of the effects that `callee` has at `depth` calls from their causes. */
  #inherit(caller: Caller, callee: Definition, depth: number): boolean {
    const effects = this.#effects.get(caller.definition);
    if (effects === undefined || !this.actsEveryWay(caller.steps)) return false;
    let hasGained = false;
    for (const effect of this.effectsOf(callee).values()) {
      const known = effects.get(effect.kind);
      if (effect.depth !== depth || (known !== undefined && known.guards.length === 0)) continue;
      const inherited = inherit(this.#inference, caller, callee, effect);
      if (inherited === null || (known !== undefined && inherited.guards.length > 0)) continue;
      effects.set(effect.kind, inherited);
      hasGained = true;
    }
    return hasGained;
  }
}

/** A place from which a function is called. */
export interface Caller {
  readonly definition: Definition;
  readonly event: Event;
  readonly isLikely: boolean;
  /** All that the event may run. */
  readonly steps: readonly Step[];
}

/** What `caller` gets of an effect of `callee`; null where the conditions on the way do not hold for certain. */
export function inherit(inference: Inference, caller: Caller, callee: Definition, effect: Effect): Effect | null {
  const { event, definition } = caller;
  const guards = carried(inference, definition, event, callee, effect.guards);
  if (guards === null) return null;
  // What always raises would have been noticed: behind a condition, the condition is what keeps it off the loop.
  if (effect.kind === 'runs-loop' && effect.isConditional) return null;
  return {
    ...effect,
    event,
    next: callee,
    depth: effect.depth + 1,
    guards: [...event.place.guards, ...guards, ...(isCached(inference, callee) ? ONCE : [])],
    isConditional: effect.isConditional || event.place.isConditional,
    isLikely: effect.isLikely || caller.isLikely,
  };
}

const ONCE: readonly Guard[] = [{ kind: 'once' }];

const WEIGHTS: readonly Weight[] = ['low', 'medium', 'high'];

/** What happens in every call is kept before what depends on one; then the heavier. */
function keepHeavier(effects: Map<EffectKind, Effect>, effect: Effect): void {
  const known = effects.get(effect.kind);
  if (known === undefined || rank(known) < rank(effect)) effects.set(effect.kind, effect);
}

function rank({ guards, weight }: Effect): number {
  return (guards.length === 0 ? WEIGHTS.length : 0) + WEIGHTS.indexOf(weight);
}

/** The effect of reaching `step` at `event`. */
export function effectOfFact(event: Event, step: Extract<Step, { kind: 'fact' }>): Effect {
  const { row, isLikely } = step;
  const kind: EffectKind = row.effect === 'runs-loop' ? 'runs-loop' : (row.kind ?? 'wait');
  const { guards, isConditional } = event.place;
  return {
    kind,
    weight: row.weight,
    cause: { kind: 'fact', step },
    event,
    next: null,
    depth: 0,
    guards,
    isConditional,
    isLikely,
  };
}
