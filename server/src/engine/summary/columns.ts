/**
 * Whole numbers in rows and columns, a column as narrow as its numbers allow: two bytes each, or four. All tables of a file share
 * two typed arrays, because each typed array costs some 300 bytes beside its numbers. Plain data: it can be cached and sent.
 */

export interface Columns {
  /** How many rows there are. */
  readonly length: number;
  /** Where each column starts in `narrow`; or, as a complement (`~start`), in `wide`. */
  readonly starts: readonly number[];
  /** Numbers from -1 to 65534, kept plus one. */
  readonly narrow: Uint16Array;
  readonly wide: Int32Array;
}

/** The number in `row` of `column`; both must be there. */
export function numberAt({ starts, narrow, wide }: Columns, column: number, row: number): number {
  const start = starts[column] ?? 0;
  return start >= 0 ? (narrow[start + row] ?? 1) - 1 : (wide[~start + row] ?? 0);
}

/** The items of the list at `at`, which a ListWriter wrote. */
export function listAt(lists: Columns, at: number): readonly number[] {
  const length = numberAt(lists, 0, at);
  const items: number[] = new Array(length);
  for (let index = 0; index < length; index++) items[index] = numberAt(lists, 0, at + 1 + index);
  return items;
}

/** Collects rows of whole numbers below 2³¹. */
export class RowWriter {
  readonly width: number;
  #numbers: Int32Array;
  #length = 0;

  constructor(width: number) {
    this.width = width;
    this.#numbers = new Int32Array(64 * width);
  }

  get length(): number {
    return this.#length;
  }

  /** Appends `row`, which may be shorter than others, and returns its number. */
  add(row: readonly number[]): number {
    if ((this.#length + 1) * this.width > this.#numbers.length) {
      const larger = new Int32Array(this.#numbers.length * 2);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers.set(row, this.#length * this.width);
    return this.#length++;
  }

  at(row: number, column: number): number {
    return this.#numbers[row * this.width + column] ?? 0;
  }

  set(row: number, column: number, value: number): void {
    this.#numbers[row * this.width + column] = value;
  }

  /** Whether all numbers of `column` fit into two bytes. */
  isNarrow(column: number): boolean {
    for (let row = 0; row < this.#length; row++) {
      const value = this.at(row, column);
      if (value < -1 || value > MOST_IN_TWO_BYTES) return false;
    }
    return true;
  }
}

const MOST_IN_TWO_BYTES = 0xfffe;

/** Collects lists of numbers; each is its length and then its items. */
export class ListWriter {
  readonly rows = new RowWriter(1);
  /** Where the lists of one item stand, by item: most lists are such, and the same ones come again and again. */
  readonly #single = new Map<number, number>();
  readonly #empty = this.#append([]);

  /** Where a list of `items` stands. */
  add(items: readonly number[]): number {
    const [only] = items;
    if (only === undefined) return this.#empty;
    if (items.length > 1) return this.#append(items);
    const known = this.#single.get(only) ?? this.#append(items);
    this.#single.set(only, known);
    return known;
  }

  #append(items: readonly number[]): number {
    const at = this.rows.add([items.length]);
    for (const item of items) this.rows.add([item]);
    return at;
  }
}

/** The columns of all `writers`, in the same two arrays. */
export function pack<Name extends string>(writers: Readonly<Record<Name, RowWriter>>): Record<Name, Columns> {
  const shapes = Object.entries<RowWriter>(writers).map(([name, writer]) => {
    const columns = Array.from({ length: writer.width }, (_, column) => writer.isNarrow(column));
    return { name, writer, columns };
  });
  const cells = (isNarrow: boolean): number =>
    shapes.reduce(
      (sum, { writer, columns }) => sum + writer.length * columns.filter((each) => each === isNarrow).length,
      0,
    );
  const narrow = new Uint16Array(cells(true));
  const wide = new Int32Array(cells(false));
  let nextNarrow = 0;
  let nextWide = 0;
  const packed = shapes.map(({ name, writer, columns }): [string, Columns] => {
    const { length } = writer;
    const starts = columns.map((isNarrow, column) => {
      const start = isNarrow ? nextNarrow : nextWide;
      for (let row = 0; row < length; row++) {
        const value = writer.at(row, column);
        if (isNarrow) narrow[start + row] = value + 1;
        else wide[start + row] = value;
      }
      if (isNarrow) nextNarrow += length;
      else nextWide += length;
      return isNarrow ? start : ~start;
    });
    return [name, { length, starts, narrow, wide }];
  });
  return Object.fromEntries(packed) as Record<Name, Columns>;
}
