/**
 * Analyzer: the engine's facade. Texts in, findings and fixes out; every door goes through it. Pure: it reads no disk, no
 * clock, prints nothing. State: one summary a file, and the Program linked from them, made again when a summary changes.
 */

import { Explainer } from './explain/explain.ts';
import { onePerPlace, withoutSuppressed } from './findings/filter.ts';
import type { Finding, Repair, TextEdit } from './findings/finding.ts';
import { repair } from './fixes/repair.ts';
import { removeLeftOver } from './fixes/text/unused-imports.ts';
import { Catalogue } from './knowledge/catalogue.ts';
import type { BlockingRow, Library } from './knowledge/rows.ts';
import { ModuleIndex } from './program/modules.ts';
import { Program } from './program/program.ts';
import { RULES } from './rules/index.ts';
import { Report } from './rules/report.ts';
import type { EngineSettings } from './settings.ts';
import type { ModuleReference, ModuleSummary } from './summary/model.ts';
import { importedBy } from './summary/packed-bindings.ts';
import { scopesOf } from './summary/packed-scopes.ts';
import { summarise } from './summary/summarise.ts';
import type { PythonParser } from './syntax/parser.ts';
import type { SyntaxTable } from './syntax/table.ts';

export interface AnalyzerOptions {
  readonly parser: PythonParser;
  readonly libraries: readonly Library[];
  readonly settings: EngineSettings;
}

/** A rule that threw: a fault of Offloop's, never of the user's code. That rule's findings are missing. */
interface InternalFailure {
  readonly rule: string;
  readonly message: string;
}

export interface CheckReport {
  /** Sorted by path, place and rule. */
  readonly findings: readonly Finding[];
  readonly failures: readonly InternalFailure[];
}

export class Analyzer {
  readonly #parser: PythonParser;
  readonly #libraries: readonly Library[];
  readonly #summaries = new Map<string, ModuleSummary>();
  #settings: EngineSettings;
  #catalogue: Catalogue;
  #paths: readonly string[] = [];
  #index: ModuleIndex | null = null;
  #program: Program | null = null;
  #explainer: { readonly program: Program; readonly explainer: Explainer } | null = null;

  constructor({ parser, libraries, settings }: AnalyzerOptions) {
    this.#parser = parser;
    this.#libraries = libraries;
    this.#settings = settings;
    this.#catalogue = new Catalogue(libraries, ownRows(settings));
  }

  /** Every Python file that an import may lead to: absolute paths, `/` separators. They need not be loaded. */
  setFiles(paths: readonly string[]): void {
    this.#paths = [...paths].sort();
    this.#index = null;
    this.#program = null;
  }

  /** Changes the settings; summaries stay. */
  configure(settings: EngineSettings): void {
    this.#settings = settings;
    this.#catalogue = new Catalogue(this.#libraries, ownRows(settings));
    this.#index = null;
    this.#program = null;
  }

  /** Parses and summarises `text`, the content of `path`, and takes the summary in. */
  setText(path: string, text: string): ModuleSummary {
    const summary = summarise(this.#parser.parseOnce(text));
    this.setSummary(path, summary);
    return summary;
  }

  /** Takes in a summary made elsewhere (a cache, a worker, an incremental parse). */
  setSummary(path: string, summary: ModuleSummary): void {
    this.#summaries.set(path, summary);
    this.#program = null;
  }

  /** Forgets a file. */
  delete(path: string): void {
    this.#summaries.delete(path);
    this.#program = null;
  }

  /** The summary of `path`, if it is loaded. */
  summaryOf(path: string): ModuleSummary | undefined {
    return this.#summaries.get(path);
  }

  /** The program's files that the imports of `path` name: what to load next. Sorted; empty if `path` is not loaded. */
  importsOf(path: string): readonly string[] {
    const summary = this.#summaries.get(path);
    if (summary === undefined) return [];
    const files = new Set<string>();
    const add = (reference: ModuleReference, member: string | null): void => {
      const target = this.#moduleIndex().resolve(reference, path);
      if (target.kind === 'file') files.add(target.path);
      const submodule = member === null ? null : this.#moduleIndex().submodule(target, member);
      if (submodule?.kind === 'file') files.add(submodule.path);
    };
    for (const { module, member } of importedBy(summary.bindings)) add(module, member);
    for (const reference of summary.loadedModules) add(reference, null);
    for (const scope of scopesOf(summary.scopes)) for (const reference of scope.starImports) add(reference, null);
    files.delete(path);
    return [...files].sort();
  }

  #moduleIndex(): ModuleIndex {
    this.#index ??= new ModuleIndex(this.#paths, this.#settings.moduleRoots);
    return this.#index;
  }

  /** The linked program, for printing and explaining. */
  get program(): Program {
    this.#program ??= new Program(this.#summaries, this.#moduleIndex(), this.#catalogue);
    return this.#program;
  }

  /** What explains the functions and calls of the program. */
  get explainer(): Explainer {
    const { program } = this;
    if (this.#explainer?.program !== program) this.#explainer = { program, explainer: new Explainer(program) };
    return this.#explainer.explainer;
  }

  /** The findings in those of `paths` that are loaded; what they import should be loaded too. */
  check(paths: readonly string[]): CheckReport {
    const modules = [...new Set(paths)].sort().flatMap((path) => this.program.moduleAt(path) ?? []);
    const report = new Report(this.program, this.#settings, modules);
    const failures: InternalFailure[] = [];
    for (const rule of RULES) {
      if (!this.#settings.rules.has(rule.id)) continue;
      report.begin(rule);
      try {
        rule.check(report);
      } catch (error) {
        failures.push({
          rule: rule.id,
          message: error instanceof Error ? (error.stack ?? error.message) : String(error),
        });
      }
    }
    const ruleOf = (id: string) => RULES.find((rule) => rule.id === id);
    const heard = withoutSuppressed(report.findings, (path) => this.#summaries.get(path), ruleOf);
    return { findings: onePerPlace(heard), failures };
  }

  /**
   * The edits that remove from `after` the imports that were of use `before`: what several fixes of the file `path` left over, each
   * of which saw them in use by the others.
   */
  leftOverImports(path: string, before: string, after: string): readonly TextEdit[] {
    const read = (text: string) => {
      const table = this.#parser.parseOnce(text);
      const summary = summarise(table);
      return { path, table, summary, lineStarts: summary.lineStarts };
    };
    return removeLeftOver(read(before), read(after));
  }

  /** The fixes of `finding`, or why there is none. `table` is the syntax of the finding's file, as it was checked. */
  repair(
    finding: Finding,
    table: SyntaxTable,
    tableOf: (path: string) => SyntaxTable | null = (path) => (path === finding.path ? table : null),
    isThorough = false,
  ): Repair {
    return repair({ finding, table, program: this.program, settings: this.#settings, tableOf, isThorough });
  }
}

/** The user's own blocking names, as rows of the catalogue. */
function ownRows(settings: EngineSettings): BlockingRow[] {
  return settings.blocking.map(({ name, kind, replacement }) => ({
    name,
    effect: 'waits',
    kind,
    weight: 'high',
    alternatives: replacement === null ? ['asyncio.to_thread'] : [replacement, 'asyncio.to_thread'],
    source: 'the project: [tool.offloop.blocking]',
  }));
}
