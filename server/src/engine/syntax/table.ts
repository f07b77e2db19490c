/**
 * The flat syntax table: one file's syntax tree as parallel typed arrays, in document order. It is the contract between a
 * parser and whoever reads syntax (the summariser, the fixes); it knows nothing of the parser that made it.
 *
 * A node is its index. Node 0 is the module. The children of `n` start at `n + 1`; `next[n]` is the first node behind the
 * subtree of `n`, so it is also the following sibling, if that lies before `next[parent]`.
 */
import { Field, type FieldName, Kind, type KindName } from './kinds.ts';

/** A node of a SyntaxTable: an index into its arrays. `NO_NODE` where there is none. */
export type Node = number;

export const NO_NODE: Node = -1;

/** One file's syntax. Offsets are UTF-16 code units from the start of `text`. Immutable once made. */
export interface SyntaxTable {
  readonly text: string;
  readonly length: number;
  readonly kinds: Uint8Array;
  readonly fields: Uint8Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly next: Int32Array;
  /** Where the parser first had to guess, or null for a file without syntax errors. */
  readonly firstError: { readonly start: number; readonly end: number } | null;
}

/** Whether `node` is of the kind called `kind`. */
export function is(table: SyntaxTable, node: Node, kind: KindName): boolean {
  return node !== NO_NODE && table.kinds[node] === Kind[kind];
}

/** The children of `node`, comments left out. */
export function childrenOf(table: SyntaxTable, node: Node): Node[] {
  const children: Node[] = [];
  const end = nextOf(table, node);
  for (let child = node + 1; child < end; child = nextOf(table, child)) {
    if (table.kinds[child] !== Kind.comment) children.push(child);
  }
  return children;
}

/** The first child of `node` in the field called `field`, or NO_NODE. */
export function childIn(table: SyntaxTable, node: Node, field: FieldName): Node {
  const wanted = Field[field];
  const end = nextOf(table, node);
  for (let child = node + 1; child < end; child = nextOf(table, child)) {
    if (table.fields[child] === wanted) return child;
  }
  return NO_NODE;
}

/** Every child of `node` in the field called `field`. */
export function childrenIn(table: SyntaxTable, node: Node, field: FieldName): Node[] {
  const wanted = Field[field];
  const found: Node[] = [];
  const end = nextOf(table, node);
  for (let child = node + 1; child < end; child = nextOf(table, child)) {
    if (table.fields[child] === wanted) found.push(child);
  }
  return found;
}

/** The first child of `node` of the kind called `kind`, or NO_NODE. */
export function childOfKind(table: SyntaxTable, node: Node, kind: KindName): Node {
  const wanted = Kind[kind];
  const end = nextOf(table, node);
  for (let child = node + 1; child < end; child = nextOf(table, child)) {
    if (table.kinds[child] === wanted) return child;
  }
  return NO_NODE;
}

/** Whether any node below `node` is of the kind called `kind`. */
export function contains(table: SyntaxTable, node: Node, kind: KindName): boolean {
  const wanted = Kind[kind];
  const end = nextOf(table, node);
  for (let below = node + 1; below < end; below++) {
    if (table.kinds[below] === wanted) return true;
  }
  return false;
}

/** The innermost node whose range is exactly `start`..`end`, or else the smallest that covers it. */
export function nodeAt(table: SyntaxTable, start: number, end: number): Node {
  let found: Node = 0;
  for (let node = 0; node < table.length; ) {
    const covers = startOf(table, node) <= start && end <= endOf(table, node);
    if (covers) found = node;
    node = covers ? node + 1 : nextOf(table, node);
  }
  return found;
}

/** The nodes from the module down to `node`, both included. */
export function pathTo(table: SyntaxTable, node: Node): Node[] {
  const path: Node[] = [];
  for (let at: Node = 0; at <= node; ) {
    if (nextOf(table, at) > node) {
      path.push(at);
      at += 1;
    } else {
      at = nextOf(table, at);
    }
  }
  return path;
}

export function textOf(table: SyntaxTable, node: Node): string {
  return table.text.slice(startOf(table, node), endOf(table, node));
}

export function startOf(table: SyntaxTable, node: Node): number {
  return table.starts[node] ?? 0;
}

export function endOf(table: SyntaxTable, node: Node): number {
  return table.ends[node] ?? 0;
}

export function nextOf(table: SyntaxTable, node: Node): Node {
  return table.next[node] ?? table.length;
}

export function kindOf(table: SyntaxTable, node: Node): number {
  return table.kinds[node] ?? Kind.other;
}
