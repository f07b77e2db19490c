/** "did you mean …?": the known word that a mistyped one most likely stands for. */
import { closest, distance } from 'fastest-levenshtein';

/** A remedy that names the nearest of `known`, or null when none is near enough to be meant. */
export function didYouMean(word: string, known: readonly string[]): string | null {
  if (known.length === 0) return null;
  const nearest = closest(word.toLowerCase(), known);
  // A third of the letters: `selct` is `select`, `foo` is nothing.
  const isNear = distance(word.toLowerCase(), nearest) <= Math.max(1, Math.floor(nearest.length / 3));
  return isNear ? `did you mean \`${nearest}\`?` : null;
}
