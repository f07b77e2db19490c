/**
 * What pure Python costs: a model that counts operations. A loop costs what it does in a round, times its rounds; a function what its
 * loops cost and what it calls. Only code that computes and nothing else has a price: what waits, awaits or calls the unknown has none,
 * unless the text says itself that a loop goes round a million times.
 */
import type { Verdict } from '../knowledge/catalogue.ts';
import type { ComputingRow } from '../knowledge/rows.ts';
import { type Event, type Factor, type Guard, type HotLoop, type Span, UNKNOWN } from '../summary/model.ts';
import { callOf, expressionAt } from '../summary/packed-expressions.ts';
import { argumentAt } from './arguments.ts';
import type { Call } from './calls.ts';
import { constructorsOf } from './construction.ts';
import { type Definition, definitionOf, isSameText } from './definitions.ts';
import { receiversOf } from './handed.ts';
import type { Inference } from './inference.ts';
import { numberOf, product, type Size, sizeOf, USUAL_RANGE } from './sizes.ts';
import type { Type } from './types.ts';

/** What costs about 50 ns in CPython 3.14: an operation, a step of a loop. */
type Units = number;

/** Heavy: about 10 ms. */
const HEAVY: Units = 200_000;

/** Worth a thread of its own in somebody's eyes: about 1 ms. */
const NOTICEABLE: Units = 20_000;

/** A call of a builtin, and of a function of the program beside its body. */
const CALL: Units = 2;

/** `break` leaves, on average, after a part of the rounds that the text states. */
const LEFT_AFTER = 0.1;

/** A function that calls itself for the number before and the one before that runs 250,000 times from here (measured: 25 ms). */
const DEEP = 25;

/** The same where it calls itself twice for the number before. */
const DEEP_DOUBLED = 18;

/** What a function does that looks something up before it computes it. */
const ITEMS = new Set(['__contains__', '__getitem__', '__setitem__']);

/** What a called function may cost where its rounds are guessed: guesses would multiply with those of its caller. */
const GUESSED: Units = 100;

/** Code that burns CPU. */
export interface Burning {
  /** The head of a loop, or the name of a function. */
  readonly span: Span;
  readonly does: string;
  /** `medium`: noticed on an event loop. `low`: computes, but nobody knows how long. */
  readonly weight: 'medium' | 'low';
  /** What callers must pass for it to take long. */
  readonly guards: readonly Guard[];
}

interface Cost {
  /** Units of one run, for the usual number of what is not known. */
  readonly units: Units;
  /** How many rounds its longest loop has. */
  readonly size: Size;
  /** Nothing in it waits or is unknown. */
  readonly isPure: boolean;
}

const ONE: Size = { count: 1, isKnown: true, factors: [] };
const NOTHING: Cost = { units: 0, size: ONE, isPure: true };
const CALL_COST: Cost = { units: CALL, size: ONE, isPure: true };
const UNKNOWN_COST: Cost = { units: CALL, size: ONE, isPure: false };

export class Computing {
  readonly #inference: Inference;
  readonly #costs = new Map<Definition, Cost>();

  constructor(inference: Inference) {
    this.#inference = inference;
  }

  /** What in the body of `definition` burns CPU. */
  burningIn(definition: Definition): readonly Burning[] {
    const { scope } = definition;
    if (scope.hotLoops.length === 0) return this.#recursionIn(definition);
    return scope.hotLoops.flatMap((loop) => this.#burningAt(definition, loop) ?? []);
  }

  /** Whether running `definition` computes, with the GIL, and does nothing else: no input or output, nothing unknown. */
  onlyComputes(definition: Definition): boolean {
    return this.#costOf(definition).isPure;
  }

  #burningAt(definition: Definition, loop: HotLoop): Burning | null {
    const cost = this.#costOfLoop(definition, loop);
    const isStated = cost.size.isKnown && !loop.mayLeave;
    if (!cost.isPure && !isStated) return null;
    const said = { span: loop, does: 'loops over arithmetic' };
    const { factors } = cost.size;
    const isHeavy = cost.units >= HEAVY;
    if (factors.length > 0) {
      const atLeast = (HEAVY / cost.units) * usualOf(factors);
      const guard: Guard = { kind: 'size', factors, atLeast, assumed: isHeavy && cost.isPure ? USUAL_RANGE : null };
      return { ...said, weight: 'medium', guards: [guard] };
    }
    if (isHeavy) return { ...said, weight: 'medium', guards: [] };
    if (!cost.isPure) return null;
    const isNoticed = isStated ? cost.units >= NOTICEABLE : loop.inner.length > 0 || loop.operations >= 2;
    return isNoticed ? { ...said, weight: 'low', guards: [] } : null;
  }

  #costOfLoop(definition: Definition, loop: HotLoop): Cost {
    const inner = loop.inner.map((other) => this.#costOfLoop(definition, other));
    const own = definition.scope.events.slice(loop.firstEvent, loop.lastEvent).filter((_, index) => {
      const at = loop.firstEvent + index;
      return !loop.inner.some(({ firstEvent, lastEvent }) => firstEvent <= at && at < lastEvent);
    });
    const round = sum([...inner, ...own.map((event) => this.#costOfEvent(definition, event))]);
    const rounds = loop.rounds.map((each) => sizeOf(this.#inference, definition, each)).reduce(product, ONE);
    const count = loop.mayLeave && rounds.isKnown ? rounds.count * LEFT_AFTER : rounds.count;
    return {
      units: count * (1 + loop.operations + round.units),
      size: product(rounds, round.size),
      isPure: round.isPure,
    };
  }

  #costOfEvent(definition: Definition, event: Event): Cost {
    switch (event.kind) {
      case 'call': {
        const call = expressionAt(definition.module.summary.expressions, event.call);
        return call?.kind === 'call' ? this.#costOfCall(definition, call) : UNKNOWN_COST;
      }
      case 'with':
        return UNKNOWN_COST;
      case 'iterate':
        return event.isAsync ? UNKNOWN_COST : NOTHING;
      default:
        return NOTHING;
    }
  }

  #costOfCall(definition: Definition, call: Call): Cost {
    const { module } = definition;
    const { types, isComplete } = this.#inference.answer(module, call.callee);
    if (!isComplete || types.length === 0) return UNKNOWN_COST;
    const generators = call.arguments.flatMap(({ value }) => {
      const expression = expressionAt(module.summary.expressions, value);
      const isRun = expression?.kind === 'comprehension' && expression.type === 'generator';
      return isRun ? [this.#costOf(definitionOf(module, expression.scope))] : [];
    });
    return sum([...generators, ...types.map((type) => this.#costOfCallee(definition, call, type))]);
  }

  #costOfCallee(definition: Definition, call: Call, type: Type): Cost {
    switch (type.kind) {
      case 'external':
      case 'member':
        return isComputing(this.#inference, type) ? CALL_COST : UNKNOWN_COST;
      case 'function':
        // What calls itself costs what one run does.
        if (isSameText(type.definition, definition)) return CALL_COST;
        return this.#costFor(definition, call, type.definition);
      case 'class':
        return sum(
          constructorsOf(this.#inference, type.definition).map((maker) => this.#costFor(definition, call, maker)),
        );
      default:
        return UNKNOWN_COST;
    }
  }

  /** The cost of `callee` for what `call`, in `definition`, passes. */
  #costFor(definition: Definition, call: Call, callee: Definition): Cost {
    const cost = this.#costOf(callee);
    if (!cost.size.isKnown) return { ...cost, units: Math.min(cost.units, GUESSED), size: ONE };
    if (cost.size.factors.length === 0) return cost;
    let { units } = cost;
    let isKnown = true;
    for (const { name, exponent } of cost.size.factors) {
      const index = callee.scope.parameters.findIndex((parameter) => parameter.name === name);
      const argument =
        argumentAt(call, index - receiversOf(callee), name) ?? callee.scope.parameters[index]?.default ?? UNKNOWN;
      const size = numberOf(this.#inference, definition.module, argument);
      if (size === null) isKnown = false;
      else units *= (Math.max(0, size) / USUAL_RANGE) ** exponent;
    }
    return { ...cost, units, size: { ...cost.size, isKnown, factors: [] } };
  }

  /** The cost of calling `definition`. Functions that call each other in a circle have none that could be told. */
  #costOf(definition: Definition): Cost {
    const known = this.#costs.get(definition);
    if (known !== undefined) return known;
    this.#costs.set(definition, UNKNOWN_COST);
    const cost = this.#findCost(definition);
    if (cost.isPure) this.#costs.set(definition, cost);
    return cost.isPure ? cost : UNKNOWN_COST;
  }

  #findCost(definition: Definition): Cost {
    const { scope } = definition;
    const isRun = !scope.isAsync && (scope.kind === 'comprehension' || !scope.isGenerator);
    if (!isRun) return UNKNOWN_COST;
    const loops = scope.hotLoops.map((loop) => this.#costOfLoop(definition, loop));
    const events = scope.events.filter((_, at) => {
      return !scope.hotLoops.some(({ firstEvent, lastEvent }) => firstEvent <= at && at < lastEvent);
    });
    return sum([...loops, ...events.map((event) => this.#costOfEvent(definition, event))]);
  }

  /** `return fib(n - 1) + fib(n - 2)`, where nothing is remembered. */
  #recursionIn(definition: Definition): readonly Burning[] {
    const { module, scope } = definition;
    if (scope.kind !== 'function' || scope.isAsync || scope.isGenerator || scope.decorators.length > 0) return [];
    if (scope.events.some((event) => event.kind === 'implicit' && ITEMS.has(event.method))) return [];
    const counted = scope.events.flatMap((event) => {
      const call = callOf(module.summary.expressions, event);
      return call !== undefined && this.#isOf(definition, call) ? [this.#countedDown(definition, call)] : [];
    });
    const [first] = counted;
    if (!first || counted.length < 2 || counted.some((other) => other?.name !== first.name)) return [];
    const { name } = first;
    const deep = counted.every((other) => other?.by === 1) ? DEEP_DOUBLED : DEEP;
    const guard: Guard = { kind: 'size', factors: [{ name, exponent: 1 }], atLeast: deep, assumed: null };
    return [{ span: scope.nameSpan, does: 'calls itself again and again', weight: 'medium', guards: [guard] }];
  }

  #isOf(definition: Definition, call: Call): boolean {
    const callee = expressionAt(definition.module.summary.expressions, call.callee);
    // A cheap test before inference.
    const isNamed = callee?.kind === 'name' || callee?.kind === 'attribute';
    if (!isNamed || callee.name !== definition.scope.name) return false;
    const { types } = this.#inference.answer(definition.module, call.callee);
    return types.some((type) => type.kind === 'function' && isSameText(type.definition, definition));
  }

  /** The parameter of which `call` passes less than there is, and by how much: `n - 1`. */
  #countedDown({ module, scope }: Definition, call: Call): { name: string; by: unknown } | null {
    for (const { value } of call.arguments) {
      const expression = expressionAt(module.summary.expressions, value);
      if (expression?.kind !== 'binary' || expression.operator !== '-') continue;
      const left = expressionAt(module.summary.expressions, expression.left);
      const right = expressionAt(module.summary.expressions, expression.right);
      const isParameter = left?.kind === 'name' && scope.parameters.some(({ name }) => name === left.name);
      if (isParameter && right?.kind === 'literal') return { name: left.name, by: right.value };
    }
    return null;
  }
}

/** The product of the usual number of each of `factors`. */
function usualOf(factors: readonly Factor[]): number {
  return factors.reduce((usual, { exponent }) => usual * USUAL_RANGE ** exponent, 1);
}

/** All of `costs`, one after the other: the size is that of the greatest. */
function sum(costs: readonly Cost[]): Cost {
  let greatest = NOTHING;
  let units = 0;
  for (const cost of costs) {
    units += cost.units;
    if (cost.units > greatest.units) greatest = cost;
  }
  return { units, size: greatest.size, isPure: costs.every(({ isPure }) => isPure) };
}

/** Whether knowledge says that calling `type` computes, with the GIL, and nothing else. */
function isComputing({ catalogue }: Inference, type: Type): boolean {
  switch (type.kind) {
    case 'external':
      return computesWithGil(catalogue.computingOn(type.name), catalogue.verdictOn(type.name));
    case 'member':
      return computesWithGil(
        catalogue.computingOnMember(type.class, type.path),
        catalogue.verdictOnMember(type.class, type.path),
      );
    default:
      return false;
  }
}

function computesWithGil(row: ComputingRow | undefined, verdict: Verdict): boolean {
  const waits = typeof verdict === 'object' && verdict.effect === 'waits';
  return row !== undefined && row.gil !== 'releases' && !waits;
}
