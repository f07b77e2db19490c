/** Strings by number: the names of one file, each kept once. */

export class StringTable {
  readonly #ids = new Map<string, number>();
  /** By number. */
  readonly all: string[] = [];

  /** The number of `text`. */
  idOf(text: string): number {
    const known = this.#ids.get(text);
    if (known !== undefined) return known;
    const kept = detached(text);
    const id = this.all.push(kept) - 1;
    this.#ids.set(kept, id);
    return id;
  }
}

/**
 * `text` as a string of its own: a slice of a file's text would keep all of that text alive. The name of a property is copied out,
 * and kept only once for all files that have it.
 */
export function detached(text: string): string {
  const names: Record<string, true> = Object.create(null);
  names[text] = true;
  for (const name in names) return name;
  return text;
}
