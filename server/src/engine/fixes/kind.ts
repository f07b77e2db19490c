/** A kind of fix: who makes it, for which findings, and what its page says: what it does, an example that is a test too, and when it is withheld. */
import type { Safety } from '../findings/finding.ts';
import type { Fixer, TextFixer } from './offers.ts';

export interface FixKind {
  /** The name of its page: docs/fixes/<id>.md. */
  readonly id: string;
  /** The rules whose findings it may repair. */
  readonly rules: readonly string[];
  /** Asked in this order. */
  readonly fixers: readonly Fixer[];
  readonly textFixers?: readonly TextFixer[];
  /** Kinds that are not asked where this one has something to say, by id. */
  readonly supersedes?: readonly string[];
  /** It looks through the whole program: asked where nothing else helps, or where somebody waits for all there is. */
  readonly isCostly?: boolean;
  /** The fix's title in the editor, or the start of it. */
  readonly title: string;
  readonly safety: Safety | 'safe or unsafe';
  /** Markdown: what it does and what to know. */
  readonly explanation: string;
  readonly before: string;
  readonly after: string;
  /** Markdown list items: when there is no such fix. */
  readonly withheld: readonly string[];
}

export const EVERY_BLOCKING_RULE: readonly string[] = [
  'blocking-database',
  'blocking-file-io',
  'blocking-http-call',
  'blocking-import',
  'blocking-input',
  'blocking-path-check',
  'blocking-sdk-call',
  'blocking-sleep',
  'blocking-socket',
  'blocking-subprocess',
  'blocking-wait',
];

/** When no fix is offered that would add an `await`. */
export const WITHHELD_FROM_AWAITS: readonly string[] = [
  'in a function that is not `async`, a lambda, a generator expression, a class body',
  'in a `finally`, or in an `except` that catches cancellation: the await could be cancelled itself',
  'while a lock of `threading` is held: whoever wants it would block the event loop during the await',
  'in code that Twisted runs, and in files with syntax errors',
];
