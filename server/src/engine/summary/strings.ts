/** Strings by number: the names of one file, each kept once. */

export class StringTable {
  readonly #ids = new Map<string, number>();
  /** By number. */
  readonly all: string[] = [];

  /** The one copy of `text` that is kept. */
  intern(text: string): string {
    return this.all[this.idOf(text)] ?? text;
  }

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

/** A slice of a long text would keep all of that text alive: joining and cutting makes the engine copy it. */
function detached(text: string): string {
  return ` ${text}`.slice(1);
}
