/**
 * The effects of one function: of each kind the one that every call meets, or else a few that only some callers meet. Each points
 * to where it comes from, so that its chain can be told.
 */
import type { WaitKind, Weight } from '../knowledge/rows.ts';
import type { Event, Guard } from '../summary/model.ts';
import type { Burning } from './computes.ts';
import type { Definition } from './definitions.ts';
import type { Step } from './steps.ts';

/** What is done to the thread: it waits for one of the kinds, starts an event loop, or computes, with or without the GIL. */
export type EffectKind = WaitKind | 'runs-loop' | 'computes' | 'computes-released';

/** Where a chain ends: a row of the catalogue, or code in the text. */
export type Cause =
  | { readonly kind: 'fact'; readonly step: Extract<Step, { kind: 'fact' }> }
  | { readonly kind: 'code'; readonly code: Burning };

export interface Effect {
  readonly kind: EffectKind;
  readonly weight: Weight;
  readonly cause: Cause;
  /** The event of the function from which the effect comes; null where the cause stands in the function itself (code). */
  readonly event: Event | null;
  /** The function of the program that the event runs, and which of its effects this is; null where the cause is reached. */
  readonly next: { readonly definition: Definition; readonly effect: Effect } | null;
  /** Calls between the function and the cause. */
  readonly depth: number;
  /** The conditions, on parameters of the function and the like, under which its callers meet the effect. */
  readonly guards: readonly Guard[];
  /** Some condition stands on the way, of whatever kind. */
  readonly isConditional: boolean;
  readonly isLikely: boolean;
}

/** More guarded effects of one kind than this are not told apart any more. */
const MAX_GUARDED = 4;

const WEIGHTS: readonly Weight[] = ['low', 'medium', 'high'];

export class EffectSet {
  readonly #effects: Effect[] = [];

  /** In the order in which they were found: for each kind by shortest chain. */
  get all(): readonly Effect[] {
    return this.#effects;
  }

  has(kind: EffectKind): boolean {
    return this.#effects.some((effect) => effect.kind === kind);
  }

  /** The effect of `kind` that most callers meet. */
  get(kind: EffectKind): Effect | undefined {
    const [first] = this.#effects
      .filter((effect) => effect.kind === kind)
      .sort((a, b) => a.guards.length - b.guards.length);
    return first;
  }

  /** Takes `effect` in, unless it says nothing new; returns whether it did. */
  add(effect: Effect): boolean {
    const alike = this.#effects.filter((known) => known.kind === effect.kind);
    if (alike.some((known) => covers(known, effect))) return false;
    if (effect.guards.length > 0 && alike.filter((known) => known.guards.length > 0).length >= MAX_GUARDED)
      return false;
    this.#effects.push(effect);
    return true;
  }
}

/** Who meets `effect` meets `known`, which is no lighter. */
function covers(known: Effect, effect: Effect): boolean {
  if (WEIGHTS.indexOf(known.weight) < WEIGHTS.indexOf(effect.weight)) return false;
  return known.guards.every((guard) => effect.guards.some((other) => isSameGuard(guard, other)));
}

function isSameGuard(left: Guard, right: Guard): boolean {
  return left === right || JSON.stringify(left) === JSON.stringify(right);
}
