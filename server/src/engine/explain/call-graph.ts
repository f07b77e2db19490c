/**
 * The call graph upside down: who calls a function, and what starts it where. A check goes from the roots downwards and never needs
 * this; it is made when somebody asks, and only for the modules that have the names asked for.
 */
import type { HandedTo } from '../knowledge/rows.ts';
import { lineage } from '../program/attributes.ts';
import { siteOf } from '../program/chains.ts';
import {
  type Definition,
  definitionOf,
  functionAround,
  isSameText,
  type Module,
  ownerOf,
} from '../program/definitions.ts';
import { dispatched } from '../program/dispatch.ts';
import { functionsOf } from '../program/handovers.ts';
import type { Program } from '../program/program.ts';
import { isDecoratedToRun } from '../program/registrations.ts';
import type { Event, Span } from '../summary/model.ts';
import { callOf } from '../summary/packed-expressions.ts';
import { scopesOf } from '../summary/packed-scopes.ts';

/** That the body of `caller` runs a function at `event`, or makes the coroutine of one. */
export interface CallEdge {
  readonly caller: Definition;
  readonly event: Event;
}

/** The threads on which something starts a function. */
export type StartedOn = Exclude<HandedTo, 'here' | 'construction'>;

/** That something starts a function: what it is handed to, or what calls it by itself. */
export interface Start {
  readonly on: StartedOn;
  /** After the function's name: "given to `asyncio.to_thread`". */
  readonly how: string;
  /** Where it is handed over; null where that is no place of its own. */
  readonly at: { readonly definition: Definition; readonly span: Span } | null;
}

const WORKERS: readonly StartedOn[] = ['thread', 'process', 'interpreter', 'elsewhere'];

/** Classes with more subclasses than this are not told apart. */
const MAX_SUBCLASSES = 16;

export class CallGraph {
  readonly #program: Program;
  readonly #edges = new Map<Module, ReadonlyMap<Definition, readonly CallEdge[]>>();
  readonly #loopRoots = new Map<Module, readonly Definition[]>();

  constructor(program: Program) {
    this.#program = program;
  }

  /** Who calls `definition`, as far as that is seen, in the order of the text. */
  callersOf(definition: Definition): readonly CallEdge[] {
    return this.#mentioning(definition).flatMap((module) => this.#edgesIn(module).get(definition) ?? []);
  }

  /** `definition`, and as it runs for classes that inherit it and override what it calls. */
  variantsOf(definition: Definition): readonly Definition[] {
    const owner = definition.receiver === null && definition.scope.kind === 'function' ? ownerOf(definition) : null;
    const subclasses = owner === null ? [] : this.#program.inference.surroundings.subclassesOf(owner);
    if (subclasses.length > MAX_SUBCLASSES) return [definition];
    const variants = subclasses.map((subclass) => dispatched(this.#program.inference, definition, subclass));
    return [...new Set([definition, ...variants])];
  }

  /** What starts `definition` on a thread, besides its callers. */
  startsOf(definition: Definition): readonly Start[] {
    const { scope } = definition;
    if (scope.kind === 'module' && !scope.isAsync) return [];
    if (scope.isAsync)
      return [{ on: 'loop', how: scope.isGenerator ? 'an asynchronous generator' : 'a coroutine', at: null }];
    const handed = this.#mentioning(definition).flatMap((module) => this.#handedIn(module, definition));
    const isOnLoop = this.#loopRootsIn(definition.module).some((root) => isSameText(root, definition));
    if (isOnLoop && !handed.some(({ on }) => on === 'loop'))
      handed.push({ on: 'loop', how: 'which the event loop calls', at: null });
    const { inference } = this.#program;
    for (const on of WORKERS) {
      if (isDecoratedToRun(inference, definition, on))
        handed.push({ on, how: 'registered by its decorator', at: null });
    }
    const base = this.#threadClassOf(definition);
    if (base !== undefined) handed.push({ on: 'thread', how: `which \`${base}\` calls`, at: null });
    return handed;
  }

  #handedIn(module: Module, definition: Definition): Start[] {
    return this.#program.handoversIn(module).flatMap(({ runs, target, callee, event }) => {
      if (runs === 'here' || runs === 'construction') return [];
      if (!functionsOf(target).some((each) => isSameText(each, definition))) return [];
      const span = siteOf(module, event);
      return [
        { on: runs, how: `given to \`${callee}\``, at: { definition: functionAround(module, span.start), span } },
      ];
    });
  }

  /** `run` of a subclass of `threading.Thread`. */
  #threadClassOf(definition: Definition): string | undefined {
    const owner = ownerOf(definition);
    if (owner === null || owner.scope.bases.length === 0) return undefined;
    const { inference } = this.#program;
    const { external } = lineage(inference, owner);
    return external.find((base) => inference.catalogue.calledInThread(base).includes(definition.scope.name));
  }

  #loopRootsIn(module: Module): readonly Definition[] {
    const known = this.#loopRoots.get(module);
    if (known !== undefined) return known;
    const found = this.#program.loopRootsIn([module]);
    this.#loopRoots.set(module, found);
    return found;
  }

  /** The calls that the bodies in `module` make, by what they call. */
  #edgesIn(module: Module): ReadonlyMap<Definition, readonly CallEdge[]> {
    const known = this.#edges.get(module);
    if (known !== undefined) return known;
    const edges = new Map<Definition, CallEdge[]>();
    this.#edges.set(module, edges);
    scopesOf(module.summary.scopes).forEach((scope, id) => {
      if (scope.events.length === 0) return;
      for (const caller of this.variantsOf(definitionOf(module, id))) {
        for (const edge of this.#edgesFrom(caller)) {
          const found = edges.get(edge.callee) ?? [];
          found.push({ caller, event: edge.event });
          edges.set(edge.callee, found);
        }
      }
    });
    return edges;
  }

  #edgesFrom(caller: Definition): readonly { readonly callee: Definition; readonly event: Event }[] {
    const run = this.#program.effects
      .steppedOf(caller)
      .flatMap(({ event, steps }) =>
        steps.flatMap((step) => (step.kind === 'function' ? [{ callee: step.definition, event }] : [])),
      );
    const made = caller.scope.events.flatMap((event) =>
      coroutinesOf(this.#program, caller.module, event).map((callee) => ({ callee, event })),
    );
    return [...run, ...made];
  }

  /** The modules that may call or hand over `definition`: those that have its name; those of tests do not count for others. */
  #mentioning({ module, scope, ...definition }: Definition): readonly Module[] {
    if (scope.kind === 'lambda' || scope.kind === 'comprehension' || scope.kind === 'module') return [module];
    const { index } = this.#program.inference.surroundings;
    const isOfTests = index.isTest(module.path);
    const owner = /^__\w+__$/.test(scope.name) ? ownerOf({ module, scope, ...definition }) : null;
    const mentioning = new Set([module, ...this.#program.mentions.of(owner?.scope.name ?? scope.name)]);
    return [...mentioning]
      .filter(({ path }) => path === module.path || isOfTests || !index.isTest(path))
      .sort((a, b) => (a.path < b.path ? -1 : 1));
  }
}

/** The coroutine functions of the program that the call at `event` calls; nothing runs before what it gives is awaited. */
export function coroutinesOf({ inference }: Program, module: Module, event: Event): readonly Definition[] {
  const call = callOf(module.summary.expressions, event);
  if (call === undefined) return [];
  const { types, isComplete } = inference.answer(module, call.callee);
  if (!isComplete) return [];
  return types.flatMap((type) => (type.kind === 'function' && type.definition.scope.isAsync ? [type.definition] : []));
}
