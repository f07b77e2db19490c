/**
 * Catalogue: knowledge, indexed for look-up by qualified name. It answers what a name outside the program is and does; it
 * knows nothing of the program.
 */

import { parseTypeExpression, type TypeExpression } from './annotations.ts';
import { factOf } from './facts.ts';
import { InterpreterKnowledge } from './interpreters.ts';
import { lastName, ownersOf } from './names.ts';
import type {
  BlockingRow,
  CallbackRow,
  ComputingRow,
  Condition,
  Disarming,
  Fact,
  FunctionRow,
  ImportTime,
  Library,
  LockRow,
  Sent,
  Starts,
  Twin,
  TypeRow,
  Worker,
} from './rows.ts';

/** What the catalogue says of a callable: it blocks, it certainly does not, or (undefined) nothing. */
export type Verdict = Fact | 'harmless' | undefined;

export class Catalogue {
  readonly #blocking = new Map<string, Fact>();
  readonly #computing = new Map<string, ComputingRow>();
  readonly #harmless = new Set<string>();
  readonly #types = new Map<string, TypeRow>();
  readonly #functions = new Map<string, FunctionRow>();
  readonly #documentation = new Map<string, string>();
  readonly #slowImports = new Map<string, BlockingRow>();
  /** By package, those that import it. */
  readonly #importers = new Map<string, string[]>();
  readonly #aliases = new Map<string, string>();
  readonly #callbacks = new Map<string, CallbackRow[]>();
  readonly #loopCallbackNames = new Set<string>();
  readonly #methodsOfLocks = new Set<string>();
  readonly #takerNames = new Set<string>();
  readonly #distributions = new Map<string, string>();
  readonly #lineages = new Map<string, readonly string[]>();
  /** What rows name something of; made when first asked for. */
  #owners: ReadonlySet<string> | null = null;
  readonly #parsed = new Map<string, TypeExpression>();

  /** What other interpreters of the process are refused. */
  readonly interpreters: InterpreterKnowledge;

  /** Rows of `own` (the user's) win over the libraries'. */
  constructor(libraries: readonly Library[], own: readonly BlockingRow[] = []) {
    this.interpreters = new InterpreterKnowledge(libraries);
    for (const library of libraries) {
      if (library.documentation !== undefined) this.#documentation.set(library.library, library.documentation);
      if (library.importTime !== undefined) this.#addSlowImport(library.library, library.importTime);
      if (library.distribution !== undefined) this.#distributions.set(library.library, library.distribution);
      for (const row of library.computing ?? []) {
        this.#computing.set(row.name, row);
        if (row.weight !== undefined) this.#blocking.set(row.name, factOf(row, row.weight));
      }
      for (const row of library.blocking ?? []) this.#blocking.set(row.name, row);
      for (const row of library.notBlocking ?? []) this.#harmless.add(row.name);
      for (const row of library.types ?? []) {
        this.#types.set(row.name, row);
        if (row.lock !== undefined) this.#methodsOfLocks.add(row.lock.acquire).add(row.lock.release);
      }
      for (const row of library.functions ?? []) this.#functions.set(row.name, row);
      for (const row of library.aliases ?? []) this.#aliases.set(row.name, row.means);
      for (const row of library.callbacks ?? []) {
        if (row.runs === 'loop') this.#loopCallbackNames.add(lastName(row.name));
        if (row.takesCoroutines) this.#takerNames.add(lastName(row.name));
        const known = this.#callbacks.get(row.name);
        if (known === undefined) this.#callbacks.set(row.name, [row]);
        else known.push(row);
      }
    }
    for (const row of own) {
      this.#harmless.delete(row.name);
      this.#blocking.set(row.name, row);
    }
  }

  /** The name that knowledge uses for `name`: `requests.sessions.Session.get` is `requests.Session.get`. */
  canonical(name: string): string {
    let current = name;
    for (let hops = 0; hops < 4; hops++) {
      const next = this.#aliasOf(current);
      if (next === current) return current;
      current = next;
    }
    return current;
  }

  #aliasOf(name: string): string {
    for (let end = name.length; end > 0; end = name.lastIndexOf('.', end - 1)) {
      const means = this.#aliases.get(name.slice(0, end));
      if (means !== undefined) return means + name.slice(end);
    }
    return name;
  }

  /** What calling the function or class `name` does. */
  verdictOn(name: string): Verdict {
    return this.#blocking.get(name) ?? (this.#harmless.has(name) ? 'harmless' : undefined);
  }

  /**
   * What calling `path` (a method, or attributes down to one) on an instance of class `type` does: the nearest class that says
   * anything decides, an exact name before a `.*`, which speaks of public methods and not of `…_async` twins.
   */
  verdictOnMember(type: string, path: readonly string[]): Verdict {
    this.#owners ??= ownersOf([...this.#blocking.keys(), ...this.#harmless]);
    for (const owner of this.lineage(type)) {
      if (!this.#owners.has(owner)) continue;
      for (let end = path.length; end > 0; end--) {
        const name = `${owner}.${path.slice(0, end).join('.')}`;
        const exact = end === path.length ? this.#blocking.get(name) : undefined;
        if (exact !== undefined) return exact;
        if (this.#harmless.has(name) || this.#harmless.has(`${name}.*`)) return 'harmless';
      }
      const name = path.at(-1) ?? '';
      if (this.#harmless.has(`${owner}.*`)) return 'harmless';
      const isApart = name.startsWith('_') || name.endsWith('_async');
      const all = isApart ? undefined : this.#blocking.get(`${owner}.*`);
      if (all !== undefined) return all;
    }
    return undefined;
  }

  /** How the function or class `name` computes; a row for its whole module counts where it has none of its own. */
  computingOn(name: string): ComputingRow | undefined {
    return this.#computing.get(name) ?? this.#computing.get(`${name.slice(0, name.lastIndexOf('.'))}.*`);
  }

  /** How the method `path` of an instance of class `type` computes. */
  computingOnMember(type: string, path: readonly string[]): ComputingRow | undefined {
    for (const owner of this.lineage(type)) {
      const row = this.#computing.get(`${owner}.${path.join('.')}`) ?? this.#computing.get(`${owner}.*`);
      if (row !== undefined) return row;
    }
    return undefined;
  }

  /** Whether every attribute of an instance of `type` counts as a callable to know: the class has a `.*` row. */
  hasOpenMembers(type: string): boolean {
    return this.lineage(type).some((owner) => this.#blocking.has(`${owner}.*`));
  }

  /** Whether `name` is a class that knowledge describes. */
  isType(name: string): boolean {
    return this.#types.has(name);
  }

  /** The address of the documentation of the library that `name` belongs to. */
  documentationOf(name: string): string | undefined {
    return this.#documentation.get(name.split('.', 1)[0] ?? name);
  }

  /** Whether `name`, a class or something of one, is there in Python 3.`minor`. */
  isThere(name: string, minor: number): boolean {
    const since = (this.#types.get(name) ?? this.#types.get(name.slice(0, name.lastIndexOf('.'))))?.since;
    return since === undefined || Number(since.slice('3.'.length)) <= minor;
  }

  /** What importing the package `name` does for the first time; undefined where that takes no time worth a word. */
  slowImportOf(name: string): BlockingRow | undefined {
    return this.#slowImports.get(name);
  }

  /** The packages that import the package `name`, as far as that is known. */
  importersOf(name: string): readonly string[] {
    return this.#importers.get(name) ?? [];
  }

  #addSlowImport(name: string, { milliseconds, loads = [], source }: ImportTime): void {
    this.#slowImports.set(name, {
      name,
      effect: 'waits',
      kind: 'import',
      at: 'import',
      weight: 'medium',
      does: `takes about ${(milliseconds / 1000).toFixed(1)} s to import`,
      alternatives: [],
      source,
    });
    for (const loaded of loads) this.#importers.set(loaded, [...(this.#importers.get(loaded) ?? []), name]);
  }

  /** Whether anything at all is known of `name`. */
  knows(name: string): boolean {
    return (
      this.#blocking.has(name) ||
      this.#harmless.has(name) ||
      this.#types.has(name) ||
      this.#functions.has(name) ||
      this.#callbacks.has(name)
    );
  }

  /** The distribution that has the package of `name`, as its makers write it; null for the standard library. */
  distributionOf(name: string): string | null {
    return this.#distributions.get(name.split('.', 1)[0] ?? '') ?? null;
  }

  /** `type` and its bases, nearest first. */
  lineage(type: string): readonly string[] {
    let lineage = this.#lineages.get(type);
    if (lineage !== undefined) return lineage;
    lineage = this.#findLineage(type);
    // Types that knowledge does not describe are many, and have no bases.
    if (this.#types.has(type)) this.#lineages.set(type, lineage);
    return lineage;
  }

  #findLineage(type: string): readonly string[] {
    const lineage = [type];
    for (let at = 0; at < lineage.length && at < 20; at++) {
      for (const base of this.#types.get(lineage[at] ?? '')?.bases ?? []) {
        if (!lineage.includes(base)) lineage.push(base);
      }
    }
    return lineage;
  }

  /** What calling the function `name` gives, in a call where `holds` tells which conditions hold for certain. */
  resultOf(name: string, holds: (conditions: readonly Condition[]) => boolean): TypeExpression | undefined {
    const row = this.#functions.get(name);
    const variant = row?.variants?.find(({ onlyIf }) => holds(onlyIf));
    return this.#parse(variant?.returns ?? row?.returns);
  }

  /** The methods that the event loop calls on instances of subclasses of `type`; `on_*` is every one that begins so. */
  calledOnLoop(type: string): readonly string[] {
    return this.lineage(type).flatMap((owner) => this.#types.get(owner)?.calledOnLoop ?? []);
  }

  /** The calls after which no method of an instance of `type` waits. */
  disarmingsOf(type: string): readonly Disarming[] {
    return this.lineage(type).flatMap((owner) => this.#types.get(owner)?.disarmedBy ?? []);
  }

  /** The asynchronous class of the same library that has the methods of `type` as coroutines. */
  twinOf(type: string): Twin | null {
    return this.#types.get(type)?.twin ?? null;
  }

  /** What runs the tasks of an executor of class `type`; null where it is none, or that is not known. */
  workerOf(type: string): Worker | null {
    for (const owner of this.lineage(type)) {
      const worker = this.#types.get(owner)?.executes;
      if (worker !== undefined) return worker;
    }
    return null;
  }

  /** How calling `name`, a class or function, starts processes; null where it does not, or starts threads. */
  startsOf(name: string): Starts | null {
    if (this.workerOf(name) === 'thread') return null;
    const owner = this.lineage(name).find((each) => this.#types.get(each)?.starts !== undefined);
    return (
      (owner === undefined ? undefined : this.#types.get(owner)?.starts) ?? this.#functions.get(name)?.starts ?? null
    );
  }

  /** Who can be given an instance of `type`; null where nothing speaks against anybody. */
  sentOf(type: string): Sent | null {
    for (const owner of this.lineage(type)) {
      const sent = this.#types.get(owner)?.sent;
      if (sent !== undefined) return sent;
    }
    return null;
  }

  /** How instances of `type` are held, where they are locks of threads. */
  lockOf(type: string): LockRow | undefined {
    for (const owner of this.lineage(type)) {
      const lock = this.#types.get(owner)?.lock;
      if (lock !== undefined) return lock;
    }
    return undefined;
  }

  /** Whether some lock is taken or given back by calling a method `name`: a cheap test before inference. */
  isMethodOfLock(name: string): boolean {
    return this.#methodsOfLocks.has(name);
  }

  /** Whether it matters which of its objects one of the class `type` is. */
  isToldApart(type: string): boolean {
    const isKey = this.#types.get(type)?.isKey === true;
    return isKey || this.lockOf(type) !== undefined || this.disarmingsOf(type).length > 0;
  }

  /** The methods that a thread of its own calls on an instance of a subclass of `type`. */
  calledInThread(type: string): readonly string[] {
    return this.lineage(type).flatMap((owner) => this.#types.get(owner)?.calledInThread ?? []);
  }

  /** Whether programs keep things of their own on objects of `type`, as attributes or as items. */
  keeps(type: string, as: 'attributes' | 'items'): boolean {
    return this.#types.has(type) && this.lineage(type).some((owner) => this.#types.get(owner)?.keeps === as);
  }

  /** What the attribute `name` of an instance of `type` is. */
  attributeOf(type: string, name: string): TypeExpression | undefined {
    return this.#member(type, name, ({ attributes }) => attributes);
  }

  /** What the attribute `name` of the class `type` itself is. */
  classAttributeOf(type: string, name: string): TypeExpression | undefined {
    return this.#member(type, name, ({ classAttributes }) => classAttributes);
  }

  /** What calling the method `name` of an instance of `type` gives. */
  methodResultOf(type: string, name: string): TypeExpression | undefined {
    return this.#member(type, name, ({ methods }) => methods);
  }

  #member(
    type: string,
    name: string,
    membersOf: (row: TypeRow) => Readonly<Record<string, string>> | undefined,
  ): TypeExpression | undefined {
    for (const owner of this.lineage(type)) {
      const row = this.#types.get(owner);
      const members = row === undefined ? undefined : membersOf(row);
      // Python code asks for any name, `constructor` too.
      if (members !== undefined && Object.hasOwn(members, name)) return this.#parse(members[name]);
    }
    return undefined;
  }

  #parse(text: string | undefined): TypeExpression | undefined {
    if (text === undefined) return undefined;
    const known = this.#parsed.get(text);
    if (known !== undefined) return known;
    const parsed = parseTypeExpression(text);
    this.#parsed.set(text, parsed);
    return parsed;
  }

  /** The functions that the callable `name` is handed, and where they run. */
  callbacksOf(name: string): readonly CallbackRow[] {
    return this.#callbacks.get(name) ?? [];
  }

  /** Whether a callable with the bare name `name` is handed functions for the event loop: a cheap test before inference. */
  mayHandToLoop(name: string): boolean {
    return this.#loopCallbackNames.has(name);
  }

  /** Whether a callable with the bare name `name` takes plain and coroutine functions alike. */
  mayTakeCoroutines(name: string): boolean {
    return this.#takerNames.has(name);
  }

  /** The same for the method `name` of an instance of `type`. */
  callbacksOfMember(type: string, name: string): readonly CallbackRow[] {
    for (const owner of this.lineage(type)) {
      const rows = this.#callbacks.get(`${owner}.${name}`);
      if (rows !== undefined) return rows;
    }
    return [];
  }
}
