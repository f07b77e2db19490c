/** What the engine must be told besides the program's text. Plain data; the workspace reads it from configuration. */

import type { Level } from './findings/finding.ts';
import type { WaitKind } from './knowledge/rows.ts';

/** CPython 3.`minor`. */
export interface PythonVersion {
  readonly minor: number;
}

/** One name of `[tool.offloop.blocking]`: a callable of the user's that blocks. */
export interface UserBlockingName {
  /** Qualified name; may end in `.*` for every method of a class. */
  readonly name: string;
  /** What it waits for: it is reported by that kind's rule. */
  readonly kind: WaitKind;
  /** What to use instead, as the user wrote it. */
  readonly replacement: string | null;
}

export interface EngineSettings {
  /** Folders that imports start from, absolute, `/` separators, best first (`/app/src`, `/app`). */
  readonly moduleRoots: readonly string[];
  readonly target: PythonVersion;
  /** The program runs on a build without the GIL. */
  readonly isFreeThreaded: boolean;
  /** Ids of the rules that are on. */
  readonly rules: ReadonlySet<string>;
  /** Levels that the user set, by rule id. */
  readonly levels: ReadonlyMap<string, Level>;
  readonly blocking: readonly UserBlockingName[];
  /** The distributions that the project declares, as PEP 503 normalises names: a fix prefers what is there. */
  readonly requirements: readonly string[];
  /** Of some of them the version (major, minor) that the project stays below. */
  readonly below: ReadonlyMap<string, readonly [number, number]>;
  /** How long a line may be, in characters; null where the project does not say. */
  readonly lineLength: number | null;
}

/** The newest Python that knowledge speaks of; the target where nothing says otherwise. */
export const DEFAULT_TARGET: PythonVersion = { minor: 14 };

/** The Pythons that can be a target. */
export const OLDEST_TARGET: PythonVersion = { minor: 8 };
export const NEWEST_TARGET: PythonVersion = { minor: 15 };
