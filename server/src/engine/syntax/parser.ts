/**
 * Parses Python with tree-sitter and hands out flat syntax tables. With cursor-walk.ts and numbering.ts the only place that knows
 * web-tree-sitter.
 *
 * Trees live in the wasm heap and are not collected: whoever keeps a Parse for incremental edits must `release` it.
 */
import { Edit, Language, Parser, type Tree } from 'web-tree-sitter';
import { flattenByCursor } from './cursor-walk.ts';
import type { Position } from './lines.ts';
import { MemoryWalk } from './memory-walk.ts';
import { type Numbering, numberingOf } from './numbering.ts';
import type { SyntaxTable } from './table.ts';
import { TableWriter } from './table-writer.ts';

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

/** How a tree becomes a table: by reading tree-sitter's memory, or by its public cursor where that is not to be trusted. */
export type Walk = 'memory' | 'cursor';

/** Parses Python. Make one a process: starting it costs about 100 ms of wasm compilation. */
export interface PythonParser {
  readonly walk: Walk;
  /** The table of `text`; nothing is kept. */
  parseOnce(text: string): SyntaxTable;
  /** The table of `text` and a tree for the next edit. `release` it when the document closes. */
  parse(text: string): Parse;
  /** Parses `text`, which is `previous` after `changes` (in order). Releases `previous`. */
  reparse(previous: Parse, changes: readonly TextChange[], text: string): Parse;
  release(parse: Parse): void;
}

/** Pages of 64 KiB: what web-tree-sitter 0.27.1 asks for itself. */
const MEMORY = { initial: 512, maximum: 32768 };

/**
 * Loads the grammar. Rejects if the wasm files are not web-tree-sitter's and a Python grammar's. `walk` is for tests: left out,
 * the memory walk is used if it passes its trial.
 */
export async function createParser(binaries: ParserBinaries, walk?: Walk): Promise<PythonParser> {
  const wasmMemory = await initialise(binaries.runtime);
  const language = await Language.load(binaries.grammar);
  const parser = new Parser();
  parser.setLanguage(language);

  const parseTree = (text: string, old: Tree | null): Tree => {
    const tree = parser.parse(text, old);
    if (tree === null) throw new Error('tree-sitter gave no tree: no language is set or parsing was cancelled');
    return tree;
  };
  const numbering = numberingOf(language);
  const walks = walksOf(wasmMemory, language, numbering);
  const chosen = walk ?? (isAlike(walks, parseTree) ? 'memory' : 'cursor');
  const flatten = walks[chosen];

  return {
    walk: chosen,
    parseOnce(text) {
      const tree = parseTree(text, null);
      try {
        return flatten(tree, text);
      } finally {
        tree.delete();
      }
    },
    parse(text) {
      const tree = parseTree(text, null);
      return { tree, table: flatten(tree, text) };
    },
    reparse(previous, changes, text) {
      for (const change of changes) previous.tree.edit(editOf(change));
      const tree = parseTree(text, previous.tree);
      previous.tree.delete();
      return { tree, table: flatten(tree, text) };
    },
    release(parse) {
      parse.tree.delete();
    },
  };
}

/** web-tree-sitter is one instance a process: its memory is made once and handed in, so that we can read it. */
let initialising: Promise<WebAssembly.Memory> | null = null;

function initialise(wasmBinary: Uint8Array): Promise<WebAssembly.Memory> {
  initialising ??= (async () => {
    const wasmMemory = new WebAssembly.Memory(MEMORY);
    const options = { wasmBinary, wasmMemory, locateFile: (name: string) => name };
    await Parser.init(options);
    return wasmMemory;
  })();
  return initialising;
}

type Flatten = (tree: Tree, text: string) => SyntaxTable;

function walksOf(memory: WebAssembly.Memory, language: Language, numbering: Numbering): Record<Walk, Flatten> {
  const writer = new TableWriter();
  const memoryWalk = new MemoryWalk(memory, addressOf(language), numbering);
  return {
    memory: (tree, text) => memoryWalk.flatten(addressOf(tree), text, writer),
    cursor: (tree, text) => flattenByCursor(tree, text, numbering, writer),
  };
}

/** web-tree-sitter keeps the address of the C object behind a JavaScript one under the key 0. */
function addressOf(object: Language | Tree): number {
  const address = Reflect.get(object, 0);
  return typeof address === 'number' ? address : 0;
}

/** Has what a layout could get wrong: aliases, fields of hidden parents, extras, missing tokens, errors, long and wide text. */
const TRIAL = `import a.b as c
from . import (x, y as z)  # why
@d(1)
async def f(a, /, b: int = 2, *, k=None, **kw) -> "T":
    with open(a) as g, h():
        async for i, (j, *l) in k:
            r = await q(i)[1:2] if not a else b"𝄞" f"{a!r:>{b}}"
    try:
        x: int = [y for y in z if y is not w]
    except (A, B) as e:
        raise C from e
    finally:
        del x
    match v:
        case {"k": [1, *r]} if r: print(a, *b)
class K(L, m=N):
    """doc"""
    p = lambda q, *s: -q ** 2 <= s or (t := u)
def (:
    return ${'é'.repeat(300)}.${'x'.repeat(300)} +
`;

function isAlike(walks: Record<Walk, Flatten>, parseTree: (text: string, old: null) => Tree): boolean {
  const tree = parseTree(TRIAL, null);
  try {
    return isSameTable(walks.memory(tree, TRIAL), walks.cursor(tree, TRIAL));
  } catch {
    return false;
  } finally {
    tree.delete();
  }
}

/** Whether two tables describe the same tree. */
export function isSameTable(left: SyntaxTable, right: SyntaxTable): boolean {
  const isSame = (key: 'kinds' | 'fields' | 'starts' | 'ends' | 'next'): boolean =>
    left[key].every((value, index) => value === right[key][index]);
  return (
    left.length === right.length &&
    left.firstError?.start === right.firstError?.start &&
    left.firstError?.end === right.firstError?.end &&
    isSame('kinds') &&
    isSame('fields') &&
    isSame('starts') &&
    isSame('ends') &&
    isSame('next')
  );
}

function editOf(change: TextChange): Edit {
  return new Edit({
    startIndex: change.start,
    oldEndIndex: change.oldEnd,
    newEndIndex: change.newEnd,
    startPosition: pointOf(change.startPosition),
    oldEndPosition: pointOf(change.oldEndPosition),
    newEndPosition: pointOf(change.newEndPosition),
  });
}

function pointOf(position: Position): { row: number; column: number } {
  return { row: position.line, column: position.column };
}
