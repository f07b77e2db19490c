/**
 * Analyzer: the engine's facade. Texts in, findings and fixes out; every door goes through it. Pure: it reads no disk, no
 * clock, prints nothing. State: one summary a file, and the Program linked from them, made again when a summary changes.
 */
import type { Finding, Repair } from './findings/finding.ts';
import type { Library } from './knowledge/rows.ts';
import type { EngineSettings } from './settings.ts';
import type { ModuleSummary } from './summary/model.ts';
import type { PythonParser } from './syntax/parser.ts';
import type { SyntaxTable } from './syntax/table.ts';

export interface AnalyzerOptions {
  readonly parser: PythonParser;
  readonly libraries: readonly Library[];
  readonly settings: EngineSettings;
}

/** A rule that threw: a fault of Offloop's, never of the user's code. That rule's findings in `path` are missing. */
export interface InternalFailure {
  readonly path: string | null;
  readonly rule: string | null;
  readonly message: string;
}

export interface CheckReport {
  /** Sorted by path, place and rule. */
  readonly findings: readonly Finding[];
  readonly failures: readonly InternalFailure[];
}

export class Analyzer {
  constructor(options: AnalyzerOptions) {
    throw new Error(`not written yet ${options}`);
  }

  /** Every Python file that an import may lead to: absolute paths, `/` separators. They need not be loaded. */
  setFiles(_paths: readonly string[]): void {}

  /** Changes the settings; summaries stay. */
  configure(_settings: EngineSettings): void {}

  /** Parses and summarises `text`, the content of `path`, and takes the summary in. */
  setText(_path: string, _text: string): ModuleSummary {
    throw new Error('not written yet');
  }

  /** Takes in a summary made elsewhere (a cache, a worker, an incremental parse). */
  setSummary(_path: string, _summary: ModuleSummary): void {}

  /** Forgets a file. */
  delete(_path: string): void {}

  /** The summary of `path`, if it is loaded. */
  summaryOf(_path: string): ModuleSummary | undefined {
    return undefined;
  }

  /** The program's files that the imports of `path` name: what to load next. Sorted; empty if `path` is not loaded. */
  importsOf(_path: string): readonly string[] {
    return [];
  }

  /** The findings in `paths` (all of them must be loaded; what they import should be). */
  check(_paths: readonly string[]): CheckReport {
    throw new Error('not written yet');
  }

  /** The fixes of `finding`, or why there is none. `table` is the syntax of the finding's file, as it was checked. */
  repair(_finding: Finding, _table: SyntaxTable): Repair {
    throw new Error('not written yet');
  }
}
