/** What the documentation says of a kind of fix: what it does, an example that is a test too, and when it is withheld. */
import type { Safety } from '../findings/finding.ts';

export interface FixPage {
  /** The name of its page: docs/fixes/<id>.md. */
  readonly id: string;
  /** The rules whose findings it may repair. */
  readonly rules: readonly string[];
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

/** When no fix is offered that would add an `await`. */
export const WITHHELD_FROM_AWAITS: readonly string[] = [
  'in a function that is not `async`, a lambda, a generator expression, a class body',
  'in a `finally`, or in an `except` that catches cancellation: the await could be cancelled itself',
  'while a lock of `threading` is held: whoever wants it would block the event loop during the await',
  'in code that Twisted runs, and in files with syntax errors',
];
