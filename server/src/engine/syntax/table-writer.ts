/** Collects the nodes of a SyntaxTable in document order. One writer serves a process: its arrays grow once. */
import type { SyntaxTable } from './table.ts';

export class TableWriter {
  count = 0;
  kinds = new Uint8Array(4096);
  fields = new Uint8Array(4096);
  starts = new Int32Array(4096);
  ends = new Int32Array(4096);
  next = new Int32Array(4096);

  /** Appends a node and returns it. Its `next` is set when its subtree is complete. */
  add(kind: number, field: number, start: number, end: number): number {
    const node = this.count++;
    if (node === this.kinds.length) this.#grow();
    this.kinds[node] = kind;
    this.fields[node] = field;
    this.starts[node] = start;
    this.ends[node] = end;
    return node;
  }

  /** Everything added since `node` is below it. */
  close(node: number): void {
    this.next[node] = this.count;
  }

  /** The table of what was added; the writer is empty again. */
  finish(text: string, firstError: SyntaxTable['firstError']): SyntaxTable {
    const length = this.count;
    this.count = 0;
    return {
      text,
      length,
      kinds: this.kinds.slice(0, length),
      fields: this.fields.slice(0, length),
      starts: this.starts.slice(0, length),
      ends: this.ends.slice(0, length),
      next: this.next.slice(0, length),
      firstError,
    };
  }

  #grow(): void {
    const size = this.kinds.length * 2;
    const larger = <Bytes extends Uint8Array | Int32Array>(old: Bytes, made: Bytes): Bytes => {
      made.set(old);
      return made;
    };
    this.kinds = larger(this.kinds, new Uint8Array(size));
    this.fields = larger(this.fields, new Uint8Array(size));
    this.starts = larger(this.starts, new Int32Array(size));
    this.ends = larger(this.ends, new Int32Array(size));
    this.next = larger(this.next, new Int32Array(size));
  }
}
