/** Strings by number: the names of one file, each kept once. */

export class StringTable {
  readonly #ids = new Map<string, number>();
  /** By number. */
  readonly all: string[] = [];

  /** The number of `text`. */
  idOf(text: string): number {
    const known = this.#ids.get(text);
    if (known !== undefined) return known;
    const id = this.all.push(text) - 1;
    this.#ids.set(text, id);
    return id;
  }
}
