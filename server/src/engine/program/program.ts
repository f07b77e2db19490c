/**
 * Program: the modules of a project linked into one: names to definitions, calls to what they run, contexts down and effects up.
 * Made afresh when a summary changes; everything in it is found on demand and kept.
 */
import type { Catalogue } from '../knowledge/catalogue.ts';
import type { ModuleSummary } from '../summary/model.ts';
import { Callers } from './callers.ts';
import { loopRoots } from './contexts.ts';
import { createModule, type Definition, type Module } from './definitions.ts';
import { Effects } from './effects.ts';
import { functionsOf, type Handover, handoversIn } from './handovers.ts';
import { Holders } from './holders.ts';
import { importedAtTop } from './imports.ts';
import { Inference } from './inference.ts';
import { memberNames } from './member-names.ts';
import { Mentions } from './mentions.ts';
import type { ModuleIndex } from './modules.ts';
import { Runners, type RunnersProgram } from './runners.ts';
import { SubclassIndex } from './subclasses.ts';
import { indexWrites, type WriteIndex, type WriteSite } from './write-index.ts';

const NO_WRITES: readonly WriteSite[] = [];

export class Program {
  readonly inference: Inference;
  readonly effects: Effects;
  readonly holders: Holders;
  readonly mentions: Mentions;
  readonly #modules: ReadonlyMap<string, Module>;
  #members: ReadonlySet<string> | null = null;
  #subclasses: SubclassIndex | null = null;
  #importedAtTop: ReadonlySet<string> | null = null;
  #attributes: WriteIndex | null = null;
  #items: WriteIndex | null = null;
  readonly #callers: Callers;
  readonly #runners: Runners;
  readonly #handovers = new Map<Module, readonly Handover[]>();

  constructor(summaries: ReadonlyMap<string, ModuleSummary>, index: ModuleIndex, catalogue: Catalogue) {
    this.#modules = new Map([...summaries].map(([path, summary]) => [path, createModule(path, summary)]));
    this.inference = new Inference({
      catalogue,
      index,
      moduleAt: (path) => this.#modules.get(path),
      definesMember: (name) => this.#memberNames().has(name),
      subclassesOf: (definition) => this.#subclassIndex().of(definition),
      subclassesOfExternal: (name) => this.#subclassIndex().ofExternal(name),
      writesOf: (name) => this.#attributeWrites().get(name) ?? NO_WRITES,
      itemWritesOf: (key) => this.#itemWrites().get(key) ?? NO_WRITES,
      passedFor: (parameter) => this.#callers.passedFor(parameter),
      isHandedTo: (definition, callee) => this.#isHandedTo(definition, callee),
      isImportedAtTop: (name) => this.#isImportedAtTop(name),
      constructionsOf: (definition) => this.#callers.constructionsOf(definition),
    });
    this.mentions = new Mentions([...this.#modules.values()]);
    this.#callers = new Callers(this.inference, this.#modules);
    const program: RunnersProgram = {
      modules: [...this.#modules.values()],
      mentions: this.mentions,
      handoversIn: (module) => this.handoversIn(module),
      callersOf: (definition) => this.#callers.callersOf(definition),
    };
    this.#runners = new Runners(this.inference, program);
    this.holders = new Holders(this.inference, program, this.#runners);
    this.effects = new Effects(this.inference, (lock, definition, event) =>
      this.holders.holdingOf(lock, definition, event),
    );
  }

  moduleAt(path: string): Module | undefined {
    return this.#modules.get(path);
  }

  get modules(): Iterable<Module> {
    return this.#modules.values();
  }

  /** Whether `module` is a test, by the names that pytest and unittest look for. */
  isTest(module: Module): boolean {
    return this.inference.surroundings.index.isTest(module.path);
  }

  #memberNames(): ReadonlySet<string> {
    this.#members ??= memberNames([...this.#modules.values()]);
    return this.#members;
  }

  #subclassIndex(): SubclassIndex {
    this.#subclasses ??= new SubclassIndex(this.inference, this.#modules.values());
    return this.#subclasses;
  }

  /** Tests do not count: the program runs without them. */
  #isImportedAtTop(name: string): boolean {
    this.#importedAtTop ??= importedAtTop([...this.#modules.values()].filter((module) => !this.isTest(module)));
    const names = this.#importedAtTop;
    return names.has(name) || this.inference.catalogue.importersOf(name).some((importer) => names.has(importer));
  }

  #attributeWrites(): WriteIndex {
    this.#attributes ??= indexWrites(this.#modules.values(), this.inference.surroundings.index, 'attribute');
    return this.#attributes;
  }

  #itemWrites(): WriteIndex {
    this.#items ??= indexWrites(this.#modules.values(), this.inference.surroundings.index, 'subscript');
    return this.#items;
  }

  /** The calls in `module` that hand a function to another thread, process or the loop. */
  handoversIn(module: Module): readonly Handover[] {
    const known = this.#handovers.get(module);
    if (known !== undefined) return known;
    const found = handoversIn(this.inference, module);
    this.#handovers.set(module, found);
    return found;
  }

  /** The functions that call `definition`; null where that is not known. */
  callersOf(definition: Definition): readonly Definition[] | null {
    return this.#callers.callersOf(definition);
  }

  /** The functions through which worker threads, and nobody else that is seen, run `definition`; null where others may. */
  threadsPathOf(definition: Definition): readonly Definition[] | null {
    return this.#runners.threadsPathOf(definition);
  }

  #isHandedTo(definition: Definition, callee: string): boolean {
    const { module } = definition;
    const name = callee.slice(callee.lastIndexOf('.') + 1);
    if (!module.summary.expressions.strings.includes(name)) return false;
    return this.handoversIn(module).some(
      (handover) => handover.callee === callee && functionsOf(handover.target).includes(definition),
    );
  }

  /** The functions of `modules` that the event loop runs; callbacks may be given to it anywhere in the program. */
  loopRootsIn(modules: readonly Module[]): readonly Definition[] {
    const wanted = new Set(modules);
    const handing = [...this.#modules.values()].filter((module) => wanted.has(module) || this.#mayHandToLoop(module));
    return loopRoots(
      this.inference,
      modules,
      handing.flatMap((module) => this.handoversIn(module)),
    );
  }

  /** A cheap test before inference: whether the module as much as names `call_soon` or its like. */
  #mayHandToLoop({ summary }: Module): boolean {
    return summary.expressions.strings.some((text) => this.inference.catalogue.mayHandToLoop(text));
  }
}
