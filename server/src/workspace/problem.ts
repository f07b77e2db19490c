/**
 * Problem: something in the user's files or settings that Offloop could not work with, as a value with a place and a remedy.
 * The doors decide how to show it; nothing here throws or prints.
 */

/**
 * error: the job asked for can't be done (a configuration that says something else than it means, a path that does not exist).
 * warning: one file is left out or only partly understood; the rest is checked.
 */
export interface Problem {
  readonly severity: 'error' | 'warning';
  /** Absolute; null where no file is at fault. */
  readonly path: string | null;
  /** From 1, columns in UTF-16 code units; null where the whole file is meant. */
  readonly place: { readonly line: number; readonly column: number } | null;
  /** What is wrong, without a full stop: "unknown key `selct`". */
  readonly message: string;
  /** What to do about it, where we know: "did you mean `select`?". */
  readonly remedy: string | null;
}

/** A problem with a file as a whole. */
export function fileProblem(
  severity: Problem['severity'],
  path: string,
  message: string,
  remedy: string | null = null,
): Problem {
  return { severity, path, place: null, message, remedy };
}
