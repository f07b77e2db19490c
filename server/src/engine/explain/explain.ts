/**
 * "Where does this run?": of a function, on which threads it runs and what it does to them; of a call, the same for the function it
 * stands in, and what the call does there or hands over.
 */
import type { Evidence } from '../findings/finding.ts';
import { chainOf, doesOf, factName, located, siteOf, writtenAs } from '../program/chains.ts';
import { type Definition, definitionOf, functionAround, type Module } from '../program/definitions.ts';
import type { Effect, EffectKind } from '../program/effect-set.ts';
import { functionsOf } from '../program/handovers.ts';
import type { Program } from '../program/program.ts';
import type { Event } from '../summary/model.ts';
import { callOf, expressionAt } from '../summary/packed-expressions.ts';
import { positionAt } from '../syntax/lines.ts';
import { CallGraph, coroutinesOf, type StartedOn } from './call-graph.ts';
import { type Context, contextsOf, nameOf, type Place } from './contexts.ts';

/** What is done to the thread. */
export interface ExplainedEffect {
  readonly kind: EffectKind;
  /** "waits for the network". */
  readonly does: string;
  /** Only some callers meet it, or only now and then. */
  readonly isConditional: boolean;
  /** The names on the way down to what does it, from what is called first: `fetch`, `requests.get()`. */
  readonly names: readonly string[];
  /** The same, as in findings. */
  readonly chain: readonly Evidence[];
}

/** A function that a call gives to somebody else to run. */
export interface ExplainedHandover {
  readonly name: string;
  readonly on: StartedOn;
  /** What takes it. */
  readonly by: string;
}

export interface Explanation extends Place {
  readonly subject: 'function' | 'call';
  /** The function's own name, or what the call calls, as written. */
  readonly name: string;
  /** The function asked about, or the one in which the call stands: see `contextsOf`. */
  readonly definition: Definition;
  readonly effects: readonly ExplainedEffect[];
  readonly handovers: readonly ExplainedHandover[];
}

/** Explains the functions and calls of one program. What it has found out it keeps. */
export class Explainer {
  readonly #program: Program;
  readonly #graph: CallGraph;

  constructor(program: Program) {
    this.#program = program;
    this.#graph = new CallGraph(program);
  }

  /** What stands at `offset` (UTF-16 code units) of `module`: the name of a function where it is defined or called; else null. */
  at(module: Module, offset: number): Explanation | null {
    const named = functionNamedAt(module, (span) => span.start <= offset && offset <= span.end);
    if (named !== null) return this.#ofFunction(named);
    for (const body of bodiesIn(module, offset, offset + 1)) {
      const event = body.scope.events.find((each) => {
        const span = calleeNameOf(module, each);
        return span !== null && span.start <= offset && offset <= span.end;
      });
      if (event !== undefined) return this.#ofCall(body, event);
    }
    return null;
  }

  /** The function that is defined in `line` (from 0) of `module`, else the calls in it, else the function around. */
  inLine(module: Module, line: number): readonly Explanation[] {
    const { lineStarts } = module.summary;
    const lineOf = (offset: number) => positionAt(lineStarts, offset).line;
    const named = functionNamedAt(module, ({ start }) => lineOf(start) === line);
    if (named !== null) return [this.#ofFunction(named)];
    const [start, end] = [lineStarts[line] ?? 0, lineStarts[line + 1] ?? Number.MAX_SAFE_INTEGER];
    const calls = bodiesIn(module, start, end).flatMap((body) =>
      body.scope.events
        .filter((event) => event.kind === 'call' && lineOf(siteOf(module, event).start) === line)
        .map((event) => this.#ofCall(body, event)),
    );
    const telling = calls.filter(({ effects, handovers }) => effects.length + handovers.length > 0);
    if (calls.length > 0) return telling.length > 0 ? telling : calls.slice(0, 1);
    // Of a line that is blank at its start, the end is surely in what is around it.
    const around = functionAround(module, Math.max(start, end - 1));
    return around.scope.kind === 'module' ? [] : [this.#ofFunction(around)];
  }

  /** Where the function of `explanation` runs. It takes a look at all that calls it. */
  contextsOf({ definition }: Explanation): readonly Context[] {
    return contextsOf(this.#graph, definition);
  }

  #ofFunction(definition: Definition): Explanation {
    const { effects } = this.#program;
    effects.settleOnce(definition);
    const { module, scope } = definition;
    return {
      subject: 'function',
      name: nameOf(definition),
      definition,
      ...located(module, scope.nameSpan),
      effects: effects.effectsOf(definition).all.map((effect) => explained(definition, effect)),
      handovers: [],
    };
  }

  /** `body` is where the event is; a generator expression has events of its own. */
  #ofCall(body: Definition, event: Event): Explanation {
    const { module } = body;
    const span = siteOf(module, event);
    const around = functionAround(module, span.start);
    return {
      subject: 'call',
      name: writtenAs(module, event) ?? 'the call',
      definition: around,
      ...located(module, span),
      effects: [...this.#effectsAt(body, event), ...this.#effectsOfCoroutines(body, event)],
      handovers: this.#handoversAt(module, event),
    };
  }

  #effectsAt(around: Definition, event: Event): readonly ExplainedEffect[] {
    const { effects } = this.#program;
    const stepped = effects.steppedOf(around).find((each) => each.event.id === event.id);
    if (stepped === undefined) return [];
    for (const step of stepped.steps) if (step.kind === 'function') effects.settleOnce(step.definition);
    return effects.effectsAt(around, stepped).map((effect) => explained(around, effect));
  }

  /** What awaiting the coroutine that the call makes does to the loop. */
  #effectsOfCoroutines({ module }: Definition, event: Event): readonly ExplainedEffect[] {
    const { effects } = this.#program;
    return coroutinesOf(this.#program, module, event).flatMap((coroutine) => {
      effects.settleOnce(coroutine);
      return effects.effectsOf(coroutine).all.map((effect) => {
        const { names, ...rest } = explained(coroutine, effect);
        return { ...rest, names: [nameOf(coroutine), ...names] };
      });
    });
  }

  #handoversAt(module: Module, event: Event): readonly ExplainedHandover[] {
    const handed = this.#program.handoversIn(module).filter((handover) => handover.event.id === event.id);
    return handed.flatMap(({ runs, callee, target }) => {
      if (runs === 'here' || runs === 'construction') return [];
      return functionsOf(target).map((definition) => ({ name: nameOf(definition), on: runs, by: callee }));
    });
  }
}

function explained(definition: Definition, effect: Effect): ExplainedEffect {
  const names: string[] = [];
  let current = effect;
  for (; current.next !== null; current = current.next.effect) names.push(nameOf(current.next.definition));
  const { cause, kind } = current;
  if (cause.kind === 'fact') names.push(factName(cause.step).replaceAll('`', ''));
  return {
    kind,
    does: doesOf(cause, kind),
    isConditional: effect.isConditional,
    names,
    chain: chainOf(definition, effect),
  };
}

/** The function whose name, after `def`, fits. */
function functionNamedAt(module: Module, fits: (span: { start: number; end: number }) => boolean): Definition | null {
  for (let id = 1; id < module.summary.scopes.length; id++) {
    const definition = definitionOf(module, id);
    if (definition.scope.kind === 'function' && fits(definition.scope.nameSpan)) return definition;
  }
  return null;
}

/** Whatever has events of its own and stands, with some of its text, between two offsets; from the outside in. */
function bodiesIn(module: Module, start: number, end: number): readonly Definition[] {
  const found: Definition[] = [];
  for (let id = 0; id < module.summary.scopes.length; id++) {
    const definition = definitionOf(module, id);
    const { span, events } = definition.scope;
    if (events.length > 0 && span.start < end && start <= span.end) found.push(definition);
  }
  return found;
}

/** Where the name of what the call at `event` calls stands; of `a.b.c()` the `c`. */
function calleeNameOf(module: Module, event: Event): { start: number; end: number } | null {
  const call = callOf(module.summary.expressions, event);
  const callee = call !== undefined ? expressionAt(module.summary.expressions, call.callee) : undefined;
  if (callee?.kind !== 'name' && callee?.kind !== 'attribute') return null;
  return { start: callee.end - callee.name.length, end: callee.end };
}
