/**
 * Parses Python with tree-sitter and hands out flat syntax tables. The only file that knows web-tree-sitter.
 *
 * Trees live in the wasm heap and are not collected: whoever keeps a Parse for incremental edits must `release` it.
 */
import { Edit, Language, Parser, type Tree, type TreeCursor } from 'web-tree-sitter';
import { Field, Kind } from './kinds.ts';
import type { Position } from './lines.ts';
import type { SyntaxTable } from './table.ts';

/** The two wasm files: web-tree-sitter's own and the grammar. The caller reads them: the engine touches no disk. */
export interface ParserBinaries {
  readonly runtime: Uint8Array;
  readonly grammar: Uint8Array;
}

/** One change of a text: `start`..`oldEnd` of the old text became `start`..`newEnd` of the new. UTF-16 offsets. */
export interface TextChange {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
  readonly startPosition: Position;
  readonly oldEndPosition: Position;
  readonly newEndPosition: Position;
}

/** A syntax table that can be parsed again incrementally, until it is released. */
export interface Parse {
  readonly table: SyntaxTable;
  readonly tree: Tree;
}

/** Parses Python. Make one a process: starting it costs about 100 ms of wasm compilation. */
export interface PythonParser {
  /** The table of `text`; nothing is kept. */
  parseOnce(text: string): SyntaxTable;
  /** The table of `text` and a tree for the next edit. `release` it when the document closes. */
  parse(text: string): Parse;
  /** Parses `text`, which is `previous` after `changes` (in order). Releases `previous`. */
  reparse(previous: Parse, changes: readonly TextChange[], text: string): Parse;
  release(parse: Parse): void;
}

/** Loads the grammar. Rejects if the wasm files are not web-tree-sitter's and a Python grammar's. */
export async function createParser(binaries: ParserBinaries): Promise<PythonParser> {
  await Parser.init({ wasmBinary: binaries.runtime, locateFile: (name: string) => name });
  const language = await Language.load(binaries.grammar);
  const parser = new Parser();
  parser.setLanguage(language);
  const numbering = numberingOf(language);

  const parseTree = (text: string, old: Tree | null): Tree => {
    const tree = parser.parse(text, old);
    if (tree === null) throw new Error('tree-sitter gave no tree: no language is set or parsing was cancelled');
    return tree;
  };

  return {
    parseOnce(text) {
      const tree = parseTree(text, null);
      try {
        return flatten(tree, text, numbering);
      } finally {
        tree.delete();
      }
    },
    parse(text) {
      const tree = parseTree(text, null);
      return { tree, table: flatten(tree, text, numbering) };
    },
    reparse(previous, changes, text) {
      for (const change of changes) {
        previous.tree.edit(
          new Edit({
            startIndex: change.start,
            oldEndIndex: change.oldEnd,
            newEndIndex: change.newEnd,
            startPosition: pointOf(change.startPosition),
            oldEndPosition: pointOf(change.oldEndPosition),
            newEndPosition: pointOf(change.newEndPosition),
          }),
        );
      }
      const tree = parseTree(text, previous.tree);
      previous.tree.delete();
      return { tree, table: flatten(tree, text, numbering) };
    },
    release(parse) {
      parse.tree.delete();
    },
  };
}

/** The grammar's symbol and field numbers to ours. */
interface Numbering {
  readonly kinds: Uint8Array;
  readonly fields: Uint8Array;
}

function numberingOf(language: Language): Numbering {
  const kinds = new Uint8Array(language.nodeTypeCount);
  for (let id = 0; id < language.nodeTypeCount; id++) {
    const name = language.nodeTypeForId(id);
    const isWanted = name !== null && (language.nodeTypeIsNamed(id) || name === 'async');
    kinds[id] = isWanted ? (Kind[name as keyof typeof Kind] ?? Kind.other) : Kind.other;
  }
  const fields = new Uint8Array(language.fieldCount + 1);
  for (let id = 1; id <= language.fieldCount; id++) {
    const name = language.fieldNameForId(id);
    fields[id] = Field[name as keyof typeof Field] ?? Field.none;
  }
  return { kinds, fields };
}

function pointOf(position: Position): { row: number; column: number } {
  return { row: position.line, column: position.column };
}

/** Grows as the walk goes; tables are trimmed copies. Kept between files so that a run allocates it once. */
let scratch = {
  kinds: new Uint8Array(0),
  fields: new Uint8Array(0),
  starts: new Int32Array(0),
  ends: new Int32Array(0),
  next: new Int32Array(0),
};

function growScratch(size: number): void {
  const grow = <T extends Uint8Array | Int32Array>(old: T, larger: T): T => {
    larger.set(old);
    return larger;
  };
  scratch = {
    kinds: grow(scratch.kinds, new Uint8Array(size)),
    fields: grow(scratch.fields, new Uint8Array(size)),
    starts: grow(scratch.starts, new Int32Array(size)),
    ends: grow(scratch.ends, new Int32Array(size)),
    next: grow(scratch.next, new Int32Array(size)),
  };
}

/**
 * Walks the tree once and writes the table. Punctuation is left out: what is kept are named nodes, `async`, and the tokens
 * that a field names (operators).
 */
function flatten(tree: Tree, text: string, numbering: Numbering): SyntaxTable {
  const root = tree.rootNode;
  const hasError = root.hasError;
  const cursor = tree.walk();
  let firstError: SyntaxTable['firstError'] = null;
  let count = 0;

  const visit = (): boolean => {
    const isNamed = cursor.nodeIsNamed;
    const kind = numbering.kinds[cursor.nodeTypeId] ?? kindOfUnnumbered(cursor);
    const field = numbering.fields[cursor.currentFieldId] ?? Field.none;
    if (!isNamed && kind !== Kind.async && field === Field.none) {
      if (hasError && firstError === null && cursor.nodeIsMissing)
        firstError = { start: cursor.startIndex, end: cursor.endIndex };
      return false;
    }
    if (count === scratch.kinds.length) growScratch(Math.max(4096, count * 2));
    scratch.kinds[count] = kind;
    scratch.fields[count] = field;
    scratch.starts[count] = cursor.startIndex;
    scratch.ends[count] = cursor.endIndex;
    if (hasError && firstError === null && (kind === Kind.ERROR || cursor.nodeIsMissing)) {
      firstError = { start: cursor.startIndex, end: cursor.endIndex };
    }
    count++;
    return true;
  };

  const open: number[] = [];
  const close = (): void => {
    const node = open.pop();
    if (node !== undefined && node >= 0) scratch.next[node] = count;
  };
  for (;;) {
    open.push(visit() ? count - 1 : -1);
    if (cursor.gotoFirstChild()) continue;
    close();
    while (!cursor.gotoNextSibling()) {
      if (!cursor.gotoParent()) {
        cursor.delete();
        return trimmed(text, count, firstError);
      }
      close();
    }
  }
}

/** ERROR nodes have a symbol outside the language's own numbering. */
function kindOfUnnumbered(cursor: TreeCursor): number {
  return cursor.nodeType === 'ERROR' ? Kind.ERROR : Kind.other;
}

function trimmed(text: string, length: number, firstError: SyntaxTable['firstError']): SyntaxTable {
  return {
    text,
    length,
    kinds: scratch.kinds.slice(0, length),
    fields: scratch.fields.slice(0, length),
    starts: scratch.starts.slice(0, length),
    ends: scratch.ends.slice(0, length),
    next: scratch.next.slice(0, length),
    firstError,
  };
}
