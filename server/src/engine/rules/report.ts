/** Report: what a rule is given to ask the Program, and where it puts what it finds. */
import {
  type Category,
  type Confidence,
  type Evidence,
  type Finding,
  LEVELS,
  type Level,
} from '../findings/finding.ts';
import { forTarget } from '../findings/target-names.ts';
import { chainOf, expressionOf, located, siteOf } from '../program/chains.ts';
import type { Burning } from '../program/computes.ts';
import type { Definition, Module } from '../program/definitions.ts';
import type { Effect, EffectKind } from '../program/effect-set.ts';
import type { Stepped } from '../program/effects.ts';
import { isPlausible } from '../program/guards.ts';
import type { Program } from '../program/program.ts';
import type { EngineSettings } from '../settings.ts';
import { type Event, type Span, UNKNOWN } from '../summary/model.ts';

/** An effect at one event of a function that the event loop runs. */
export interface Occurrence {
  /** The function on the loop. */
  readonly root: Definition;
  readonly event: Event;
  readonly effect: Effect;
}

/** What a rule says of one place; the rest follows from the rule and the settings. */
interface Said {
  readonly module: Module;
  readonly message: string;
  readonly advice: string;
  readonly cause: string;
  /** Not more severe than this, whatever the rule's level. */
  readonly atMost?: Level;
}

/** What is wrong at an event. */
export interface Complaint extends Said {
  readonly event: Event;
  /** Where it is pointed at, where that is not the event's own place. */
  readonly span?: Span;
  readonly evidence: readonly Evidence[];
  readonly confidence: Confidence;
}

/** What is wrong with a piece of text, such as a comment or a loop, as anyone can see. */
export interface Remark extends Said {
  readonly span: Span;
  /** What there is to see. */
  readonly evidence: string;
  /** Default: certain. */
  readonly confidence?: Confidence;
}

export class Report {
  readonly program: Program;
  readonly settings: EngineSettings;
  /** The modules under check. */
  readonly modules: readonly Module[];
  readonly findings: Finding[] = [];
  readonly #occurrences = new Map<EffectKind, readonly Occurrence[]>();
  #roots: readonly Definition[] | null = null;
  #all: readonly Occurrence[] | null = null;
  #rule: { readonly id: string; readonly category: Category; readonly level: Level } | null = null;

  constructor(program: Program, settings: EngineSettings, modules: readonly Module[]) {
    this.program = program;
    this.settings = settings;
    this.modules = modules;
  }

  /** From here on complaints are those of `rule`. */
  begin(rule: { readonly id: string; readonly category: Category; readonly level: Level }): void {
    this.#rule = rule;
  }

  /** Where the event loop meets effects of `kind`, in the order of the text. */
  onLoop(kind: EffectKind): readonly Occurrence[] {
    const known = this.#occurrences.get(kind);
    if (known !== undefined) return known;
    this.#all ??= this.#findOccurrences();
    const found = this.#all.filter(({ effect }) => effect.kind === kind);
    this.#occurrences.set(kind, found);
    return found;
  }

  /** The code that burns CPU in functions that the event loop runs. */
  burningOnLoop(): readonly { readonly root: Definition; readonly code: Burning }[] {
    const { effects } = this.program;
    return this.#loopRoots().flatMap((root) =>
      effects
        .effectsOf(root)
        .all.flatMap(({ event, cause, guards }) =>
          event === null && cause.kind === 'code' && isPlausible(root, guards) ? [{ root, code: cause.code }] : [],
        ),
    );
  }

  #loopRoots(): readonly Definition[] {
    if (this.#roots === null) {
      this.#roots = this.program.loopRootsIn(this.modules);
      this.program.effects.settle(this.#roots);
    }
    return this.#roots;
  }

  #findOccurrences(): readonly Occurrence[] {
    const { effects } = this.program;
    return this.#loopRoots().flatMap((root) =>
      effects.steppedOf(root).flatMap((stepped) => this.#occurrencesAt(root, stepped)),
    );
  }

  #occurrencesAt(root: Definition, stepped: Stepped): Occurrence[] {
    const { event } = stepped;
    // In a function for both modes, what a test of the mode guards is meant for where no loop runs.
    if (event.place.guards.some((guard) => guard.kind === 'mode')) return [];
    return this.program.effects.effectsAt(root, stepped).flatMap((effect) => {
      const carried = effect.guards.filter((guard) => !event.place.guards.includes(guard));
      return isPlausible(root, carried) ? [{ root, event, effect }] : [];
    });
  }

  /** The evidence of `occurrence`, from its call down to the cause. */
  chainOf({ root, effect }: Occurrence): Evidence[] {
    return chainOf(root, effect);
  }

  add({ module, event, span, atMost, advice, ...said }: Complaint): void {
    this.findings.push({
      ...this.#ruling(atMost),
      ...said,
      advice: forTarget(advice, this.settings.target.minor),
      ...located(module, span ?? siteOf(module, event)),
      expression: expressionOf(event),
    });
  }

  addRemark({ module, span, atMost, evidence, confidence = 'certain', ...said }: Remark): void {
    const place = located(module, span);
    this.findings.push({
      ...this.#ruling(atMost),
      ...said,
      ...place,
      evidence: [{ ...place, text: evidence }],
      confidence,
      expression: UNKNOWN,
    });
  }

  #ruling(atMost: Level = 'error'): { rule: string; category: Category; level: Level } {
    if (this.#rule === null) throw new Error('a complaint without a rule');
    const { id, category, level } = this.#rule;
    return { rule: id, category, level: this.settings.levels.get(id) ?? milder(level, atMost) };
  }
}

function milder(left: Level, right: Level): Level {
  return LEVELS.indexOf(left) > LEVELS.indexOf(right) ? left : right;
}
