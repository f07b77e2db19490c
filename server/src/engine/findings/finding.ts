/**
 * Finding: what a rule reports, and Fix: what can be done about it. Plain data for every door: the editor, the CLI, a test.
 */
import type { Position } from '../syntax/lines.ts';

export type Level = 'error' | 'warning' | 'information' | 'hint';

/** Every level, the most severe first. */
export const LEVELS: readonly Level[] = ['error', 'warning', 'information', 'hint'];

export type Category = 'blocking' | 'executor' | 'threads' | 'comments';

/** Lines and columns from 0, columns in UTF-16 code units; offsets in UTF-16 code units from the start of the text. */
export interface SourceRange {
  readonly start: Position;
  readonly end: Position;
  readonly startOffset: number;
  readonly endOffset: number;
}

/** A place in the program. `path` is as the workspace handed it in: absolute, `/` separators. */
interface Location {
  readonly path: string;
  readonly range: SourceRange;
}

/** One link of the chain from the finding down to the fact that causes it: "main.py:12 calls load_config". */
export interface Evidence extends Location {
  readonly text: string;
}

/**
 * How sure the chain is. certain: every name on it was resolved to its one definition. likely: a step rests on a virtual call
 * with several overrides, or on a cost model.
 */
export type Confidence = 'certain' | 'likely';

export interface Finding extends Location {
  /** The rule's id. */
  readonly rule: string;
  readonly category: Category;
  readonly level: Level;
  /** What is wrong and why it matters, one sentence. */
  readonly message: string;
  /** What to do about it, one sentence. */
  readonly advice: string;
  readonly confidence: Confidence;
  /** From the finding's own place downwards; the last one names the fact. Never empty. */
  readonly evidence: readonly Evidence[];
  /** The expression the finding is about, an index into the summary of `path`: what a fix starts from. */
  readonly expression: number;
  /** What the last link of the chain names: a qualified name of the catalogue, or the kind of syntax (`hot-loop`). */
  readonly cause: string;
}

/** safe: same behaviour but for the stall. unsafe: behaviour or an API changes. */
export type Safety = 'safe' | 'unsafe';

export interface TextEdit extends Location {
  readonly newText: string;
}

export interface Fix {
  readonly title: string;
  readonly safety: Safety;
  /** Sorted by place, not overlapping. */
  readonly edits: readonly TextEdit[];
}

/** The fixes of one finding, best first; or why there is none. */
export interface Repair {
  readonly fixes: readonly Fix[];
  /** Why no fix is offered, a sentence for the user; null where there is one. */
  readonly withheld: string | null;
}
