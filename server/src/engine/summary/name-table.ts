/**
 * Name tables: where a name stands in a list of names, found by hashing. A list of numbers, so that it is packed like the rest; a
 * search in the order of the alphabet reads ten strings all over the memory where this reads one or two.
 */

/** Below this many names, looking at each is as fast. */
const MANY_NAMES = 8;

/** A power of two of cells, each 0 (free) or the index of a name plus one; empty for few names. */
export function nameTable(names: readonly string[]): readonly number[] {
  if (names.length < MANY_NAMES) return [];
  const cells: number[] = new Array(2 ** Math.ceil(Math.log2(names.length * 1.5))).fill(0);
  names.forEach((name, index) => {
    let cell = hashOf(name) & (cells.length - 1);
    while (cells[cell] !== 0) cell = (cell + 1) & (cells.length - 1);
    cells[cell] = index + 1;
  });
  return cells;
}

/** Where the search for `name` begins, modulo the number of cells; it goes on to the next cell, and ends at a free one. */
export function hashOf(name: string): number {
  let hash = 0;
  for (let index = 0; index < name.length; index++) hash = (Math.imul(hash, 31) + name.charCodeAt(index)) | 0;
  // The last characters alone decide the lowest bits.
  return hash ^ (hash >>> 15);
}
