/**
 * Holders: who waits while it holds a lock, and so keeps the event loop waiting where that takes the same lock.
 *
 * A lock alone tells nothing: most guard a few lines of arithmetic. So the lock counts for as much as what somebody does who holds it,
 * and only where that can be another thread than the loop's:
 * - a function that a thread is seen to run (it is handed to one, or is called by one that is): certain.
 * - a public function that nothing in the program calls: it is there for callers that are not seen, and a lock around what it does
 *   says that those are several threads: likely.
 * - anything else is silent. What the loop alone runs excludes nobody, and is reported for what it waits for itself.
 * What waits only for another lock does not count: whoever holds that one is asked for in its turn.
 */
import type { Weight } from '../knowledge/rows.ts';
import type { Event } from '../summary/model.ts';
import { type Definition, definitionOf, isAround, isSameText } from './definitions.ts';
import type { Effect } from './effect-set.ts';
import { Effects } from './effects.ts';
import type { Inference } from './inference.ts';
import { canBeSame, heldLock, type Lock, mayHoldLocks, ownerOfLock, type Section, sectionsIn } from './locks.ts';
import type { Runners, RunnersProgram } from './runners.ts';
import type { ObjectType } from './types.ts';

/** That somebody waits while it holds a lock. */
export interface Holding {
  /** The function that holds the lock. */
  readonly definition: Definition;
  /** What takes it there. */
  readonly event: Event;
  /** What the function does while it holds the lock. */
  readonly effect: Effect;
  readonly weight: Weight;
  /** The lock is one object's: nobody holds it while that is made. */
  readonly isOfObject: boolean;
  readonly isLikely: boolean;
}

export class Holders {
  readonly #inference: Inference;
  readonly #program: RunnersProgram;
  readonly #runners: Runners;
  /** Effects of what is done while a lock is held, in which taking another lock is none. */
  readonly #effects: Effects;
  readonly #locks = new Map<ObjectType, Lock | null>();
  #sections: ReadonlyMap<ObjectType, readonly Section[]> | null = null;
  readonly #holdings = new Map<ObjectType, readonly Holding[]>();

  constructor(inference: Inference, program: RunnersProgram, runners: Runners) {
    this.#inference = inference;
    this.#program = program;
    this.#runners = runners;
    this.#effects = new Effects(inference, () => null);
  }

  /** Who waits while it holds `lock`, which `event`, in the body of `definition`, takes; null where nobody is known to. */
  holdingOf(lock: ObjectType, definition: Definition, event: Event): Holding | null {
    const held = this.#lockOf(lock);
    if (held === null) return null;
    const owner = ownerOfLock(this.#inference, definition, event);
    const holdings = this.#holdingsOf(held).filter(
      (holding) =>
        !isSameText(holding.definition, definition) &&
        canBeSame(this.#inference, owner, ownerOfLock(this.#inference, holding.definition, holding.event)) &&
        [definition, holding.definition].every((each) => held.within === null || isAround(held.within, each)),
    );
    return holdings.toSorted((left, right) => weightOf(left) - weightOf(right))[0] ?? null;
  }

  /** Whether the event loop would wait if a thread ran `definition`: that waits while it holds a lock which the loop takes, too. */
  wouldKeepLoopWaiting(definition: Definition): boolean {
    return sectionsIn(this.#inference, definition).some((section) => {
      const lock = this.#lockOf(section.lock);
      if (lock === null || this.#effectIn(section) === null) return false;
      const others = this.#sectionsByLock().get(lock.object) ?? [];
      return others.some(
        (other) => !isSameText(other.definition, definition) && this.#runners.isOnLoop(other.definition),
      );
    });
  }

  #lockOf(object: ObjectType): Lock | null {
    const known = this.#locks.get(object);
    if (known !== undefined) return known;
    const lock = heldLock(this.#inference, object);
    this.#locks.set(object, lock);
    return lock;
  }

  #holdingsOf(lock: Lock): readonly Holding[] {
    const { object } = lock;
    const known = this.#holdings.get(object);
    if (known !== undefined) return known;
    const holdings = (this.#sectionsByLock().get(object) ?? []).flatMap(
      (section) => this.#holdingIn(lock, section) ?? [],
    );
    this.#holdings.set(object, holdings);
    return holdings;
  }

  #holdingIn({ isOfObject }: Lock, section: Section): Holding | null {
    const { definition, event } = section;
    const effect = this.#effectIn(section);
    const runner = effect === null ? null : this.#runners.runnerOf(definition);
    if (effect === null || runner === null || (runner === 'anybody' && effect.isConditional)) return null;
    const isForAnybody = runner === 'anybody';
    const isLikely = effect.isLikely || effect.isConditional || isForAnybody;
    return { definition, event, effect, weight: isForAnybody ? 'medium' : effect.weight, isOfObject, isLikely };
  }

  /** What is waited for longest while the lock is held; null where nothing is. A coroutine holds it on the loop. */
  #effectIn({ definition, event, first, last }: Section): Effect | null {
    const { index } = this.#inference.surroundings;
    if (definition.scope.isAsync || index.isTest(definition.module.path)) return null;
    const ids = new Set(definition.scope.events.slice(first, last).map(({ id }) => id));
    const stepped = this.#effects.steppedOf(definition).filter((each) => ids.has(each.event.id));
    this.#effects.settle(
      stepped.flatMap(({ steps }) => steps.flatMap((step) => (step.kind === 'function' ? [step.definition] : []))),
    );
    const [effect = null] = stepped
      .flatMap((each) => this.#effects.effectsAt(definition, each))
      .filter((each) => isLong(each) && isMetIn(event, each))
      .sort((left, right) => rank(left) - rank(right));
    return effect;
  }

  /** Where the program holds which lock, found once for all. */
  #sectionsByLock(): ReadonlyMap<ObjectType, readonly Section[]> {
    if (this.#sections !== null) return this.#sections;
    const sections = new Map<ObjectType, Section[]>();
    for (const module of this.#program.modules) {
      if (!mayHoldLocks(this.#inference, module)) continue;
      for (let id = 0; id < module.summary.scopes.length; id++) {
        for (const section of sectionsIn(this.#inference, definitionOf(module, id))) {
          const lock = this.#lockOf(section.lock);
          if (lock === null) continue;
          const known = sections.get(lock.object);
          if (known === undefined) sections.set(lock.object, [section]);
          else known.push(section);
        }
      }
    }
    this.#sections = sections;
    return sections;
  }
}

/** The clearest case first: certain before likely, long before short, then by the length of the chain. */
function weightOf({ effect, isLikely }: Holding): number {
  return (isLikely ? 1000 : 0) + rank(effect);
}

function rank({ weight, depth }: Effect): number {
  return (weight === 'high' ? 0 : 100) + Math.min(depth, 99);
}

/** Whether others notice: it waits for more than microseconds, and keeps the lock meanwhile. */
function isLong({ kind, weight, cause }: Effect): boolean {
  if (kind === 'runs-loop' || kind === 'computes' || kind === 'computes-released' || weight === 'low') return false;
  return cause.kind === 'fact' && cause.step.row.releases !== true;
}

/**
 * Whether whoever takes the lock by `taking` meets `effect`, as far as can be told: no condition in the block, none in what it calls
 * but such as do not tell its calls apart.
 */
function isMetIn({ place }: Event, { event, guards }: Effect): boolean {
  return (
    guards.every((guard) => place.guards.includes(guard)) &&
    (place.isConditional || event?.place.isConditional === false)
  );
}
