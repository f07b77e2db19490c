/**
 * Flattens a tree by reading tree-sitter's own structures in the wasm memory: about 8% of the time of a parse, where the public
 * cursor takes 77%.
 *
 * It knows the private layout of web-tree-sitter 0.27.1 (tree-sitter's lib/src/subtree.h, tree.h and parser.h, compiled for
 * wasm32, where a pointer has four bytes): hence the exact pin of that version, and the trial that parser.ts makes of this file at
 * start-up, falling back to the cursor when anything differs.
 *
 * A Subtree is eight bytes: a leaf inline in them (lowest bit set), or a pointer to SubtreeHeapData, before which its children's
 * Subtrees lie. Sizes are bytes of UTF-16: two a code unit.
 */
import { Field, Kind } from './kinds.ts';
import { isKept, type Numbering } from './numbering.ts';
import type { SyntaxTable } from './table.ts';
import type { TableWriter } from './table-writer.ts';

/** struct TSLanguage */
const LANGUAGE = {
  maxAliasLength: 36,
  fieldSlices: 64,
  fieldEntries: 68,
  symbolMetadata: 72,
  publicSymbols: 76,
  aliasSequences: 84,
};
/** struct SubtreeHeapData */
const HEAP = {
  paddingBytes: 4,
  sizeBytes: 16,
  errorCost: 32,
  childCount: 36,
  symbol: 40,
  flags: 44,
  productionId: 66,
  bytes: 8,
};
/** Bits of SubtreeHeapData's flags */
const FLAGS = { visible: 1, named: 2, extra: 4, missing: 1 << 9 };
/** Bits of the first byte of SubtreeInlineData */
const INLINE = { isInline: 1, visible: 2, named: 4, extra: 8, missing: 32 };
/** ts_builtin_sym_error */
const ERROR_SYMBOL = 0xffff;

/** What a level of the walk knows: a node whose children are being visited. */
interface Level {
  /** Address of the Subtree of the next child. */
  child: number;
  /** Address behind the last one. */
  last: number;
  /** Index of the next child among those that are not extras: how aliases and fields are numbered. */
  structural: number;
  production: number;
  /** The node of the table, or -1 where this level is hidden or left out. */
  node: number;
  isVisible: boolean;
  /** The field of this level within its parent: the children of a hidden level inherit it. */
  field: number;
}

/** Addresses in the TSLanguage that every node needs. */
interface LanguageTables {
  readonly maxAliasLength: number;
  readonly fieldSlices: number;
  readonly fieldEntries: number;
  readonly metadata: number;
  readonly publicSymbols: number;
  readonly aliases: number;
}

/** Reads trees of one language. `memory` is the wasm instance's; `language` the address of its TSLanguage. */
export class MemoryWalk {
  readonly #memory: WebAssembly.Memory;
  readonly #numbering: Numbering;
  readonly #tables: LanguageTables;
  readonly #levels: Level[] = [];
  #depth = -1;
  #offset = 0;
  #firstError: SyntaxTable['firstError'] = null;
  #u8 = new Uint8Array(0);
  #u16 = new Uint16Array(0);
  #u32 = new Uint32Array(0);

  constructor(memory: WebAssembly.Memory, language: number, numbering: Numbering) {
    this.#memory = memory;
    this.#numbering = numbering;
    this.#view();
    const pointer = (field: number): number => this.#u32[(language + field) >> 2] ?? 0;
    this.#tables = {
      maxAliasLength: this.#u16[(language + LANGUAGE.maxAliasLength) >> 1] ?? 0,
      fieldSlices: pointer(LANGUAGE.fieldSlices),
      fieldEntries: pointer(LANGUAGE.fieldEntries),
      metadata: pointer(LANGUAGE.symbolMetadata),
      publicSymbols: pointer(LANGUAGE.publicSymbols),
      aliases: pointer(LANGUAGE.aliasSequences),
    };
  }

  /** The table of the TSTree at address `tree`, which was parsed from `text`. */
  flatten(tree: number, text: string, writer: TableWriter): SyntaxTable {
    this.#view();
    this.#depth = -1;
    this.#offset = 0;
    this.#firstError = null;
    this.#enter(tree, 0, 0, writer);
    while (this.#depth >= 0) {
      const level = this.#levels[this.#depth];
      if (level === undefined) break;
      if (level.child === level.last) {
        if (level.node >= 0) writer.close(level.node);
        this.#depth--;
      } else {
        this.#enterNextChild(level, writer);
      }
    }
    return writer.finish(text, this.#firstError);
  }

  #enterNextChild(level: Level, writer: TableWriter): void {
    const subtree = level.child;
    level.child += HEAP.bytes;
    if (this.#isExtra(subtree)) {
      this.#enter(subtree, 0, 0, writer);
      return;
    }
    const structural = level.structural++;
    const own = this.#fieldAt(level.production, structural);
    const field = own !== 0 || level.isVisible ? own : level.field;
    this.#enter(subtree, this.#aliasAt(level.production, structural), field, writer);
  }

  /** Adds the node of the Subtree at `subtree`, if it is a visible one, and opens a level if it has children. */
  #enter(subtree: number, alias: number, field: number, writer: TableWriter): void {
    const first = this.#u8[subtree] ?? 0;
    if ((first & INLINE.isInline) !== 0) {
      const start = this.#offset + (this.#u8[subtree + 6] ?? 0);
      this.#offset = start + (this.#u8[subtree + 7] ?? 0);
      const symbol = this.#u8[subtree + 1] ?? 0;
      const isMissing = (first & INLINE.missing) !== 0;
      const node = this.#add(
        symbol,
        alias,
        (first & INLINE.visible) !== 0,
        (first & INLINE.named) !== 0,
        isMissing,
        field,
        start,
        this.#offset,
        writer,
      );
      if (node >= 0) writer.close(node);
      return;
    }
    const heap = this.#u32[subtree >> 2] ?? 0;
    const flags = this.#u16[(heap + HEAP.flags) >> 1] ?? 0;
    const start = this.#offset + (this.#u32[(heap + HEAP.paddingBytes) >> 2] ?? 0);
    const end = start + (this.#u32[(heap + HEAP.sizeBytes) >> 2] ?? 0);
    const symbol = this.#u16[(heap + HEAP.symbol) >> 1] ?? 0;
    const isVisible = alias !== 0 ? this.#u8[this.#tables.metadata + 3 * alias] === 1 : (flags & FLAGS.visible) !== 0;
    const isMissing = (flags & FLAGS.missing) !== 0;
    const node = this.#add(symbol, alias, isVisible, (flags & FLAGS.named) !== 0, isMissing, field, start, end, writer);
    const children = this.#u32[(heap + HEAP.childCount) >> 2] ?? 0;
    if (children === 0) {
      this.#offset = end;
      if (node >= 0) writer.close(node);
    } else {
      this.#open(heap, children, node, isVisible, field);
    }
  }

  /** Appends a node if it belongs into the table; returns it, or -1. Offsets are bytes. */
  #add(
    ownSymbol: number,
    alias: number,
    isOwnVisible: boolean,
    isOwnNamed: boolean,
    isMissing: boolean,
    field: number,
    start: number,
    end: number,
    writer: TableWriter,
  ): number {
    const { metadata, publicSymbols } = this.#tables;
    const isVisible = alias !== 0 ? this.#u8[metadata + 3 * alias] === 1 : isOwnVisible;
    if (!isVisible) return -1;
    const isNamed = alias !== 0 ? this.#u8[metadata + 3 * alias + 1] === 1 : isOwnNamed;
    const symbol = alias !== 0 ? alias : ownSymbol;
    const { kinds, fields } = this.#numbering;
    const kind =
      symbol === ERROR_SYMBOL ? Kind.ERROR : (kinds[this.#u16[(publicSymbols >> 1) + symbol] ?? 0] ?? Kind.other);
    const ours = fields[field] ?? Field.none;
    if (this.#firstError === null && (kind === Kind.ERROR || isMissing))
      this.#firstError = { start: start >> 1, end: end >> 1 };
    return isKept(isNamed, kind, ours) ? writer.add(kind, ours, start >> 1, end >> 1) : -1;
  }

  #open(heap: number, children: number, node: number, isVisible: boolean, field: number): void {
    this.#depth++;
    const level = this.#levels[this.#depth] ?? {
      child: 0,
      last: 0,
      structural: 0,
      production: 0,
      node: 0,
      isVisible: false,
      field: 0,
    };
    this.#levels[this.#depth] = level;
    level.last = heap;
    level.child = heap - children * HEAP.bytes;
    level.structural = 0;
    level.production = this.#u16[(heap + HEAP.productionId) >> 1] ?? 0;
    level.node = node;
    level.isVisible = isVisible;
    level.field = field;
  }

  /** The field that `production` gives its child number `structural`, not counting those handed down to a hidden child's own. */
  #fieldAt(production: number, structural: number): number {
    const slice = (this.#tables.fieldSlices + production * 4) >> 1;
    const first = this.#tables.fieldEntries + (this.#u16[slice] ?? 0) * 4;
    const end = first + (this.#u16[slice + 1] ?? 0) * 4;
    for (let entry = first; entry < end; entry += 4) {
      const isInherited = this.#u8[entry + 3] !== 0;
      if (!isInherited && this.#u8[entry + 2] === structural) return this.#u16[entry >> 1] ?? 0;
    }
    return 0;
  }

  #aliasAt(production: number, structural: number): number {
    if (production === 0) return 0;
    return this.#u16[(this.#tables.aliases >> 1) + production * this.#tables.maxAliasLength + structural] ?? 0;
  }

  /** Comments and errors: they stand anywhere and in no field. */
  #isExtra(subtree: number): boolean {
    const first = this.#u8[subtree] ?? 0;
    if ((first & INLINE.isInline) !== 0) return (first & INLINE.extra) !== 0;
    const heap = this.#u32[subtree >> 2] ?? 0;
    return ((this.#u16[(heap + HEAP.flags) >> 1] ?? 0) & FLAGS.extra) !== 0;
  }

  /** The memory's buffer is another one after it has grown. */
  #view(): void {
    if (this.#u8.buffer === this.#memory.buffer) return;
    this.#u8 = new Uint8Array(this.#memory.buffer);
    this.#u16 = new Uint16Array(this.#memory.buffer);
    this.#u32 = new Uint32Array(this.#memory.buffer);
  }
}
