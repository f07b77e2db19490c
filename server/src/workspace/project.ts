/**
 * Project: one folder's Python files before the engine's eyes. It loads into the Analyzer what a check needs and no more, keeps
 * the texts that an editor has open above those on disk, and knows what went wrong with which file. Both doors work on it.
 *
 * It knows nothing of protocols, terminals or options. Work on many files gives way to other tasks every few milliseconds.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Analyzer } from '../engine/analyzer.ts';
import type { Context } from '../engine/explain/contexts.ts';
import type { Explanation } from '../engine/explain/explain.ts';
import type { Finding, Repair } from '../engine/findings/finding.ts';
import type { ModuleSummary } from '../engine/summary/model.ts';
import { summarise } from '../engine/summary/summarise.ts';
import { positionAt } from '../engine/syntax/lines.ts';
import type { SyntaxTable } from '../engine/syntax/table.ts';
import type { Assets } from './assets.ts';
import type { FileStamp } from './cache-folder.ts';
import { canHoldRoot, signsOf } from './demand.ts';
import { byPath } from './paths.ts';
import type { Problem } from './problem.ts';
import { type Overrides, type ProjectSetup, readProjectSetup } from './project-setup.ts';
import { decodeSource, readBytes, stampOf } from './python-source.ts';
import type { SourceText } from './source-text.ts';
import { SummaryCache } from './summary-cache.ts';

/** A fault of Offloop's, never of the user's code: what it says of a file, or of all of them, may be incomplete. */
export interface Failure {
  /** The file it fell over; null where that is not known. */
  readonly path: string | null;
  /** The rule that threw; null where it was an earlier stage. */
  readonly rule: string | null;
  readonly message: string;
}

export interface ProjectReport {
  /** Sorted by path, place and rule. */
  readonly findings: readonly Finding[];
  readonly failures: readonly Failure[];
}

export interface LoadOptions {
  /** Told now and then how many of how many files have been looked at. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Stops the work; what was loaded stays. */
  readonly signal?: AbortSignal;
}

/** While the files under check are no more than this together, all are parsed: then each syntax error is told. Bytes. */
const SMALL_ENOUGH_TO_PARSE = 1024 * 1024;
/** How long loading may keep the process from doing anything else. Milliseconds. */
const LONGEST_TURN = 15;

export class Project {
  readonly analyzer: Analyzer;
  #setup: ProjectSetup;
  readonly #assets: Assets;
  readonly #overrides: Overrides;
  readonly #signs: readonly string[];
  readonly #cache: SummaryCache | null;
  readonly #opened = new Map<string, string>();
  readonly #problems = new Map<string, Problem>();
  readonly #failures = new Map<string, Failure>();
  readonly #repairFailures = new Map<string, Failure>();
  /** What each loaded file imports, until its summary or the list of files changes. */
  readonly #imports = new Map<string, readonly string[]>();
  #lastTable: { readonly path: string; readonly text: string; readonly table: SyntaxTable } | null = null;

  private constructor(setup: ProjectSetup, overrides: Overrides, assets: Assets, usesCache: boolean) {
    this.#setup = setup;
    this.#overrides = overrides;
    this.#assets = assets;
    this.#signs = signsOf(assets.libraries);
    this.#cache = usesCache ? new SummaryCache(setup.root, this.#signs) : null;
    this.analyzer = new Analyzer({ ...assets, settings: setup.settings });
    this.analyzer.setFiles([...setup.files, ...setup.dependencyFiles]);
  }

  /** The project at the folder `root` (see `projectRootOf`). Reads its setup; parses nothing yet. */
  static open(root: string, overrides: Overrides, assets: Assets, usesCache: boolean): Project {
    const setup = readProjectSetup(root, overrides, assets.libraries);
    return new Project(setup, overrides, assets, usesCache);
  }

  /** Root, configuration, target, files and settings, and what is wrong with them. */
  get setup(): ProjectSetup {
    return this.#setup;
  }

  /** Reads the setup again, after files came or went or the configuration changed. Summaries stay. */
  refresh(): void {
    this.#setup = readProjectSetup(this.#setup.root, this.#overrides, this.#assets.libraries);
    this.analyzer.configure(this.#setup.settings);
    this.#listFiles();
  }

  /**
   * Loads all that findings in `paths` can depend on: the project's files that can hold roots, what these import, and so on.
   * Afterwards `check(paths)` is exact.
   */
  async index(paths: readonly string[], options: LoadOptions = {}): Promise<void> {
    const stamps = new Map(paths.map((path) => [path, stampOf(path)]));
    let size = 0;
    for (const stamp of stamps.values()) size += 'size' in stamp ? stamp.size : 0;
    const wanted = new Set(size <= SMALL_ENOUGH_TO_PARSE ? paths : []);
    const files = [...new Set([...this.#setup.files, ...this.#opened.keys(), ...paths])].sort(byPath);
    await this.#visit(files, (path) => wanted.has(path) || this.#opened.has(path), options);
  }

  /** Loads `paths` and all that their imports lead to. False if it was stopped before it was done. */
  load(paths: readonly string[], options: LoadOptions = {}): Promise<boolean> {
    return this.#visit(paths, () => true, options);
  }

  /** What stands at `offset` of `path`, if it is loaded: a function or a call, where it runs and what it does. */
  explainAt(path: string, offset: number): Explanation | null {
    const module = this.analyzer.program.moduleAt(path);
    return module === undefined ? null : this.analyzer.explainer.at(module, offset);
  }

  /** The same for what stands in `line`, from 0: the function defined there, else the calls, else the function around. */
  explainLine(path: string, line: number): readonly Explanation[] {
    const module = this.analyzer.program.moduleAt(path);
    return module === undefined ? [] : this.analyzer.explainer.inLine(module, line);
  }

  /** Where the function runs that `explanation`, of the texts as they are now, is about. */
  contextsOf(explanation: Explanation): readonly Context[] {
    return this.analyzer.explainer.contextsOf(explanation);
  }

  /** The findings in `paths`, as far as they are loaded; and every failure so far. */
  check(paths: readonly string[]): ProjectReport {
    const before = [...this.#failures.values()];
    try {
      const { findings, failures } = this.analyzer.check(paths);
      return { findings, failures: [...before, ...failures.map((failure) => ({ path: null, ...failure }))] };
    } catch (error) {
      return { findings: [], failures: [...before, { path: null, rule: null, message: describe(error) }] };
    }
  }

  /** The fixes of `finding`, which `check` gave for the texts as they are now. A fault is one of `repairFailures`. */
  repair(finding: Finding): Repair {
    return this.#repairIn(this.sourceOf(finding.path), finding, false);
  }

  /** The same, with fixes that take a look through the whole program: for one finding that somebody looks at. */
  repairThoroughly(finding: Finding): Repair {
    return this.#repairIn(this.sourceOf(finding.path), finding, true);
  }

  /** The same for each of `findings`, with one look at the file of neighbours. */
  repairs(findings: readonly Finding[]): { readonly finding: Finding; readonly repair: Repair }[] {
    let path: string | null = null;
    let source: SourceText | Problem | null = null;
    return findings.map((finding) => {
      if (source === null || path !== finding.path) source = this.sourceOf(finding.path);
      path = finding.path;
      return { finding, repair: this.#repairIn(source, finding, false) };
    });
  }

  #repairIn(source: SourceText | Problem, finding: Finding, isThorough: boolean): Repair {
    if ('severity' in source) return { fixes: [], withheld: `the file ${source.message}` };
    try {
      const table = this.#tableOf(finding.path, source.text);
      const tableOf = (path: string): SyntaxTable | null => (path === finding.path ? table : this.#otherTableOf(path));
      return this.analyzer.repair(finding, table, tableOf, isThorough);
    } catch (error) {
      this.#repairFailures.set(finding.path, { path: finding.path, rule: finding.rule, message: describe(error) });
      return { fixes: [], withheld: 'Offloop failed on it' };
    }
  }

  #otherTableOf(path: string): SyntaxTable | null {
    const source = this.#setup.files.includes(path) ? this.sourceOf(path) : null;
    return source === null || 'severity' in source ? null : this.#assets.parser.parseOnce(source.text);
  }

  /** The faults of `repair` so far. */
  get repairFailures(): readonly Failure[] {
    return [...this.#repairFailures.values()];
  }

  /** What could not be read, and where the syntax goes wrong, in `paths`; by path. */
  problemsIn(paths: readonly string[]): readonly Problem[] {
    return paths.flatMap((path) => {
      const problem = this.#problems.get(path) ?? this.#syntaxProblemOf(path);
      return problem === null ? [] : [problem];
    });
  }

  /** `path` could not be checked: `problemsIn` says why. */
  isLeftOut(path: string): boolean {
    return this.#problems.has(path) || this.#failures.has(path);
  }

  /** The text of `path`: what an editor has open, or what is on disk. */
  sourceOf(path: string): SourceText | Problem {
    const text = this.#opened.get(path);
    if (text !== undefined) return { text, encoding: 'utf-8', hasByteOrderMark: false };
    const bytes = readBytes(path);
    return 'severity' in bytes ? bytes : decodeSource(path, bytes);
  }

  /**
   * `text` stands for the content of `path` until `close`. It need not exist on disk. Takes the summary in at once; `table` is
   * the syntax of `text`, if the caller has it.
   */
  open(path: string, text: string, table: SyntaxTable | null = null): void {
    const isNew = !this.#opened.has(path);
    this.#opened.set(path, text);
    if (isNew) this.#listFiles();
    this.#problems.delete(path);
    if (table !== null) this.#lastTable = { path, text, table };
    this.#summarise(path, text, table);
  }

  /** The content of `path` is what is on disk again. */
  close(path: string): void {
    this.#opened.delete(path);
    this.forget(path);
  }

  /** `path` changed on disk or is gone: `load` or `index` it again to see it. */
  forget(path: string): void {
    if (this.#opened.has(path)) return;
    this.#problems.delete(path);
    this.#failures.delete(path);
    this.#imports.delete(path);
    this.analyzer.delete(path);
  }

  /** That the cache was of no use, once it was asked. */
  get cacheNote(): Problem | null {
    return this.#cache?.note ?? null;
  }

  /** Keeps the summaries for the next run. */
  saveCache(): void {
    this.#cache?.save(this.#setup.files);
  }

  #listFiles(): void {
    this.#imports.clear();
    const listed = new Set([...this.#setup.files, ...this.#setup.dependencyFiles, ...this.#opened.keys()]);
    this.analyzer.setFiles([...listed].sort(byPath));
  }

  /** Looks at `paths` in order, loads what `isWanted` or what can hold a root, then follows the imports of what was loaded. */
  async #visit(paths: readonly string[], isWanted: (path: string) => boolean, options: LoadOptions): Promise<boolean> {
    const queue = [...paths];
    const imported = new Set<string>();
    let turnStart = performance.now();
    for (const [index, path] of queue.entries()) {
      if (options.signal?.aborted) return false;
      if (this.#load(path, isWanted(path) || imported.has(path))) {
        const targets = this.#importsOf(path).filter((target) => !imported.has(target));
        for (const target of targets) imported.add(target);
        queue.push(...targets);
      }
      if (performance.now() - turnStart > LONGEST_TURN) {
        options.onProgress?.(index + 1, queue.length);
        await nextTurn();
        turnStart = performance.now();
      }
    }
    return true;
  }

  #importsOf(path: string): readonly string[] {
    const known = this.#imports.get(path) ?? this.analyzer.importsOf(path);
    this.#imports.set(path, known);
    return known;
  }

  /** Takes in the summary of `path` if it `isWanted` or can hold a root. True if it is loaded. */
  #load(path: string, isWanted: boolean): boolean {
    if (this.analyzer.summaryOf(path) !== undefined) return true;
    if (this.#problems.has(path) || this.#failures.has(path)) return false;
    const stamp = stampOf(path);
    if ('severity' in stamp) return this.#fail(path, stamp);
    const cached = this.#cache?.lookUp(path, stamp) ?? null;
    if (cached?.kind === 'rootless' && !isWanted) return false;
    if (cached?.kind === 'summary') return this.#take(path, cached.summary);
    return this.#loadContent(path, stamp, isWanted);
  }

  #loadContent(path: string, stamp: FileStamp, isWanted: boolean): boolean {
    const bytes = readBytes(path);
    if ('severity' in bytes) return this.#fail(path, bytes);
    if (!isWanted && !canHoldRoot(bytes, this.#signs)) {
      this.#cache?.put(path, stamp, bytes, null);
      return false;
    }
    const cached = this.#cache?.lookUpContent(path, stamp, bytes) ?? null;
    if (cached?.kind === 'summary') return this.#take(path, cached.summary);
    const source = decodeSource(path, bytes);
    if ('severity' in source) return this.#fail(path, source);
    const summary = this.#summarise(path, source.text);
    if (summary !== null) this.#cache?.put(path, stamp, bytes, summary);
    return summary !== null;
  }

  #take(path: string, summary: ModuleSummary): true {
    this.#imports.delete(path);
    this.analyzer.setSummary(path, summary);
    return true;
  }

  #fail(path: string, problem: Problem): false {
    this.#problems.set(path, problem);
    return false;
  }

  /** A fault of the engine's on one file is caught here: that file is left out, and the failure is reported. */
  #summarise(path: string, text: string, table: SyntaxTable | null = null): ModuleSummary | null {
    this.#imports.delete(path);
    this.#failures.delete(path);
    try {
      if (table === null) return this.analyzer.setText(path, text);
      const summary = summarise(table);
      this.analyzer.setSummary(path, summary);
      return summary;
    } catch (error) {
      this.analyzer.delete(path);
      this.#failures.set(path, { path, rule: null, message: describe(error) });
      return null;
    }
  }

  #syntaxProblemOf(path: string): Problem | null {
    const summary = this.analyzer.summaryOf(path);
    if (summary?.firstError == null) return null;
    const { line, column } = positionAt(summary.lineStarts, summary.firstError.start);
    const message = 'syntax error; what can be read of the file was checked';
    return { severity: 'warning', path, place: { line: line + 1, column: column + 1 }, message, remedy: null };
  }

  #tableOf(path: string, text: string): SyntaxTable {
    if (this.#lastTable?.path !== path || this.#lastTable.text !== text) {
      this.#lastTable = { path, text, table: this.#assets.parser.parseOnce(text) };
    }
    return this.#lastTable.table;
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
