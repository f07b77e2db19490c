/**
 * Where a new import line goes: into the block of imports where its like stand, sorted as isort sorts; else behind the docstring,
 * the comments at the top and `from __future__`.
 */
import { Kind } from '../../syntax/kinds.ts';
import { childIn, childrenIn, childrenOf, endOf, is, kindOf, type Node, startOf, textOf } from '../../syntax/table.ts';
import { type Change, type EditedFile, insertion, lineStartBefore, nextLineStart } from './edits.ts';
import { STANDARD_LIBRARY } from './standard-library.ts';

/** An import line to be: `import asyncio`, `from concurrent.futures import ProcessPoolExecutor`. */
export interface ImportLine {
  readonly text: string;
  readonly module: string;
  readonly isFrom: boolean;
}

/** The change that adds `line` to the file's top-level imports. */
export function addImport(file: EditedFile, line: ImportLine): Change {
  const blocks = blocksOf(file);
  const isStandard = isStandardLibrary(line.module);
  const [first] = blocks;
  if (first === undefined) return atTheTop(file, line);
  const own = blocks.find((block) =>
    block.some(({ module }) => module !== '' && isStandardLibrary(module) === isStandard),
  );
  if (own !== undefined) return into(file, own, line);
  if (isStandard) return wholeLines(file, aboveEntry(file, first, 0), `${line.text}\n\n`);
  return wholeLines(file, behindEntry(file, first.at(-1)), `\n${line.text}\n`);
}

/** One import statement at the top level. `module` is empty for relative imports. */
interface Entry {
  readonly node: Node;
  readonly module: string;
  readonly isFrom: boolean;
}

type Block = readonly Entry[];

function isStandardLibrary(module: string): boolean {
  return STANDARD_LIBRARY.has(module.split('.', 1)[0] ?? '');
}

/** The import statements that follow each other without a blank line or other code between them. `__future__` is left out. */
function blocksOf(file: EditedFile): Block[] {
  const { table, lineStarts } = file;
  const blocks: Entry[][] = [];
  let end = -1;
  for (const node of childrenOf(table, 0)) {
    const entry = entryOf(file, node);
    const lineStart = Math.max(lineStartBefore(lineStarts, startOf(table, node)), startOfText(table.text));
    if (entry === null || lineStart !== startOf(table, node)) {
      end = -1;
      continue;
    }
    const continues =
      end >= 0 && !/(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)/.test(table.text.slice(end, startOf(table, node)));
    if (continues) blocks.at(-1)?.push(entry);
    else blocks.push([entry]);
    end = endOf(table, node);
  }
  return blocks;
}

function entryOf({ table }: EditedFile, node: Node): Entry | null {
  if (is(table, node, 'import_statement')) {
    const [name] = childrenIn(table, node, 'name');
    if (name === undefined) return null;
    const module = is(table, name, 'aliased_import') ? childIn(table, name, 'name') : name;
    return { node, module: textOf(table, module), isFrom: false };
  }
  if (!is(table, node, 'import_from_statement')) return null;
  const source = childIn(table, node, 'module_name');
  return { node, module: is(table, source, 'relative_import') ? '' : textOf(table, source), isFrom: true };
}

/** Before the first entry that sorts behind it; `import` lines stand before `from` lines. */
function into(file: EditedFile, block: Block, line: ImportLine): Change {
  const follows = block.findIndex((entry) => isBehind(entry, line));
  if (follows === 0) return wholeLines(file, aboveEntry(file, block, 0), `${line.text}\n`);
  return wholeLines(file, behindEntry(file, block.at(follows < 0 ? -1 : follows - 1)), `${line.text}\n`);
}

function isBehind(entry: Entry, line: ImportLine): boolean {
  if (entry.isFrom !== line.isFrom) return entry.isFrom;
  return entry.module.toLowerCase() > line.module.toLowerCase();
}

/** Above the entry, and above comments that belong to it; comments at the very top of the file belong to the file. */
function aboveEntry({ table, lineStarts }: EditedFile, block: Block, index: number): number {
  const at = startOf(table, block[index]?.node ?? 0);
  const above = table.text.slice(0, at);
  const comments = /(?:(?:^|[\r\n])[ \t]*#[^\r\n]*)+(?:\r\n|\r|\n)$/.exec(above);
  if (comments === null || comments.index === 0) return at;
  return lineStartBefore(lineStarts, comments.index + 1);
}

function behindEntry({ table, lineStarts }: EditedFile, entry: Entry | undefined): number {
  return nextLineStart(lineStarts, endOf(table, entry?.node ?? 0) - 1, table.text);
}

/** A file without imports: behind what must stay at its top, apart from the code by blank lines. */
function atTheTop(file: EditedFile, line: ImportLine): Change {
  const { table } = file;
  const at = endOfHeader(file);
  const isFirst = at === startOfText(table.text);
  const following = /^[ \t\r\n\f]*/.exec(table.text.slice(at))?.[0] ?? '';
  const rest = table.text.slice(at + following.length).replace(/^(?:#[^\r\n]*(?:\r\n|\r|\n|$))+/, '');
  const blanks = following.split(/\r\n|\r|\n/).length - 1;
  const wanted = rest === '' ? 0 : /^(?:async\s+def|def|class|@)\b|^@/.test(rest) ? 2 : 1;
  const below = '\n'.repeat(Math.max(0, wanted - blanks));
  return wholeLines(file, at, `${isFirst ? '' : '\n'}${line.text}\n${below}`);
}

function startOfText(text: string): number {
  return text.startsWith('\uFEFF') ? 1 : 0;
}

/** Behind the shebang, the comments at the top that a blank line sets apart, the docstring and `from __future__`. */
function endOfHeader(file: EditedFile): number {
  const { table, lineStarts } = file;
  let at = endOfComments(table.text);
  for (const [index, node] of childrenOf(table, 0).entries()) {
    const isDocstring =
      index === 0 && is(table, node, 'expression_statement') && kindOf(table, node + 1) === Kind.string;
    if (!isDocstring && !is(table, node, 'future_import_statement')) break;
    at = nextLineStart(lineStarts, endOf(table, node) - 1, table.text);
  }
  return at;
}

function endOfComments(text: string): number {
  const start = startOfText(text);
  const whole = /^(?:#[^\r\n]*(?:\r\n|\r|\n|$))+/.exec(text.slice(start))?.[0] ?? '';
  if (/^[ \t]*(?:\r|\n|$)/.test(text.slice(start + whole.length))) return start + whole.length;
  // Comments right above code belong to that code; only the lines that Python reads itself must stay first.
  const own =
    /^(?:#!?[^\r\n]*(?:coding[:=]|^#!)[^\r\n]*(?:\r\n|\r|\n|$)|#![^\r\n]*(?:\r\n|\r|\n|$))+/.exec(whole)?.[0] ?? '';
  return start + own.length;
}

function wholeLines({ table }: EditedFile, at: number, text: string): Change {
  const isOpenLine = at > startOfText(table.text) && !/[\r\n]$/.test(table.text.slice(0, at));
  return insertion(at, isOpenLine ? `\n${text.trimEnd()}` : text);
}
