/** Contexts of one function: on which threads it runs, each with a shortest way there from what starts it. */
import type { SourceRange } from '../findings/finding.ts';
import { located, siteOf } from '../program/chains.ts';
import { type Definition, qualifiedName } from '../program/definitions.ts';
import type { CallEdge, CallGraph, Start, StartedOn } from './call-graph.ts';

/**
 * `elsewhere`: in a pool, it is not known of what; `import`: when its module is imported; `main`: when its module is run as a script; `unknown`: nothing that is known calls it, or
 * what it is called by.
 */
export type ContextKind = StartedOn | 'import' | 'main' | 'unknown';

export interface Place {
  readonly path: string;
  readonly range: SourceRange;
}

/** A function on the way, where it is defined. */
export interface ContextLink extends Place {
  readonly name: string;
  /** Where the one before calls it; null for the first. */
  readonly call: Place | null;
}

export interface Context {
  readonly kind: ContextKind;
  /** What starts the first function of the way, after its name: "given to `asyncio.to_thread`"; null where nothing does. */
  readonly how: string | null;
  /** Where that is; null where it is no place of its own. */
  readonly startedAt: (Place & { readonly by: string }) | null;
  /** From the function that is started to the one that was asked about. Never empty. */
  readonly way: readonly ContextLink[];
}

/** The order in which contexts are told. */
const ORDER: readonly ContextKind[] = [
  'loop',
  'thread',
  'process',
  'interpreter',
  'elsewhere',
  'main',
  'import',
  'unknown',
];

/** More callers of callers than this are not looked through. */
const MOST_REACHED = 2000;

/** A function on the way to the one asked about; `edge` is how it calls the `next`. */
interface Step {
  readonly definition: Definition;
  readonly next: { readonly step: Step; readonly edge: CallEdge } | null;
}

/** The contexts of `definition`; those of its callers are its own. */
export function contextsOf(graph: CallGraph, definition: Definition): readonly Context[] {
  const found = new Map<ContextKind, Context>();
  const offer = (kind: ContextKind, make: () => Context): void => {
    if (!found.has(kind)) found.set(kind, make());
  };
  const reached = new Map<Definition, Step>();
  for (const variant of graph.variantsOf(definition)) reached.set(variant, { definition: variant, next: null });
  for (const step of reached.values()) {
    const starts = graph.startsOf(step.definition);
    for (const start of starts) offer(start.on, () => startedContext(graph, step, start));
    // What calls a coroutine runs before it or beside it, on whatever thread.
    if (step.definition.scope.isAsync) continue;
    if (step.definition.scope.kind === 'module') {
      const kind = step.next?.edge.event.place.isInMainGuard ? 'main' : 'import';
      offer(kind, () => ({ kind, how: null, startedAt: null, way: wayFrom(step) }));
      continue;
    }
    const callers = graph.callersOf(step.definition).filter(isMeant);
    if (callers.length === 0 && starts.length === 0)
      offer('unknown', () => ({ kind: 'unknown', how: null, startedAt: null, way: wayFrom(step) }));
    if (reached.size > MOST_REACHED) break;
    for (const edge of callers) {
      if (!reached.has(edge.caller)) reached.set(edge.caller, { definition: edge.caller, next: { step, edge } });
    }
  }
  const contexts = ORDER.flatMap((kind) => found.get(kind) ?? []);
  // Besides what is known, that something calls it which is not seen is no news.
  return contexts.length > 1 ? contexts.filter(({ kind }) => kind !== 'unknown') : contexts;
}

/** A test of the mode, in a function for both, keeps what it guards off the loop. */
function isMeant({ caller, event }: CallEdge): boolean {
  return !caller.scope.isAsync || event.place.guards.every(({ kind }) => kind !== 'mode');
}

function startedContext(graph: CallGraph, step: Step, start: Start): Context {
  const first = start.on === 'loop' && step.definition.scope.isAsync ? outermost(graph, step) : step;
  const { at } = start;
  return {
    kind: start.on,
    how: start.how,
    startedAt: at && { ...located(at.definition.module, at.span), by: nameOf(at.definition) },
    way: wayFrom(first),
  };
}

/** The nearest coroutine, along those that await the one of `step`, that no other awaits. */
function outermost(graph: CallGraph, step: Step): Step {
  const reached = new Map<Definition, Step>([[step.definition, step]]);
  for (const each of reached.values()) {
    const callers = graph.callersOf(each.definition).filter(({ caller }) => caller.scope.isAsync);
    if (callers.length === 0) return each;
    if (reached.size > MOST_REACHED) break;
    for (const edge of callers) {
      if (!reached.has(edge.caller)) reached.set(edge.caller, { definition: edge.caller, next: { step: each, edge } });
    }
  }
  return step;
}

function wayFrom(first: Step): ContextLink[] {
  const links: ContextLink[] = [];
  let call: Place | null = null;
  for (let step: Step | null = first; step !== null; step = step.next?.step ?? null) {
    const { definition, next } = step;
    links.push({ name: nameOf(definition), ...located(definition.module, definition.scope.nameSpan), call });
    call = next === null ? null : located(definition.module, siteOf(definition.module, next.edge.event));
  }
  return links;
}

/** The name within the module; a module's own text goes by its file. */
export function nameOf(definition: Definition): string {
  const { module, scope } = definition;
  return scope.kind === 'module' ? module.path.slice(module.path.lastIndexOf('/') + 1) : qualifiedName(definition);
}
