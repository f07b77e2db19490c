/**
 * `with open(p) as f: f.read()` becomes `async with aiofiles.open(p) as f: await f.read()`, or what anyio and trio have for it.
 * Unsafe: other tasks run at each read and write.
 */
import type { BindingId } from '../../summary/model.ts';
import { bindingsOf } from '../../summary/packed-bindings.ts';
import { expressionsOf } from '../../summary/packed-expressions.ts';
import {
  childIn,
  childOfKind,
  childrenOf,
  endOf,
  is,
  type Node,
  nextOf,
  nodeAt,
  startOf,
  textOf,
} from '../../syntax/table.ts';
import { asyncLibraryOf } from '../async-library.ts';
import { type Fixer, type Offer, offer, withheld } from '../offers.ts';
import { hasLibrary } from '../project-libraries.ts';
import { whyNoAwait } from '../safety/await-place.ts';
import { heldLock } from '../safety/surroundings.ts';
import type { Site } from '../site.ts';
import { type Change, hasComment, indentationAt, insertion, lineStartBefore, replacement } from '../text/edits.ts';
import { needAt, type Reached, reach } from '../text/imports.ts';
import { laidOut, widthOf } from '../text/layout.ts';
import { isScopeIn } from '../text/names.ts';
import { enteringStatement } from './code-to-move.ts';
import { translateFileUse } from './file-uses.ts';
import { argumentsOf, type OpenCall, openCallAt, respelled } from './open-calls.ts';

type Library = 'aiofiles' | 'anyio' | 'trio';

/** aiofiles runs on asyncio only; where the project has it. */
export const useAiofiles: Fixer = (site) => {
  const isOffered = asyncLibraryOf(site.module, site.program) === 'asyncio' && has(site, 'aiofiles');
  return isOffered ? withLibrary(site, 'aiofiles') : null;
};

/** anyio runs on asyncio, too; where the project has it. */
export const useOpenFile: Fixer = (site) => {
  const runner = asyncLibraryOf(site.module, site.program);
  if (runner === 'trio' || runner === 'anyio') return withLibrary(site, runner);
  return runner === 'asyncio' && has(site, 'anyio') ? withLibrary(site, 'anyio') : null;
};

function has({ program, settings }: Site, library: Library): boolean {
  return hasLibrary(program, settings, library);
}

function withLibrary(site: Site, library: Library): Offer | null {
  const { table } = site;
  const statement = table.firstError === null ? enteringStatement(table, site.path) : null;
  if (statement === null || openCallAt(site, site.node) === null) return null;
  const noAwait = whyNoAwait(site);
  if (noAwait !== null) return withheld(noAwait);
  const refuse = (reason: string) => withheld(`It cannot be rewritten for ${library}: ${reason}.`);
  if (heldLock(site) !== null) return refuse('a lock is held here');
  const member = library === 'aiofiles' ? 'open' : 'open_file';
  const spelled = reach(needAt(site.file, site.module.summary, site.path), library, member);
  if (spelled === null) return refuse(`the name \`${library}\` means something else here`);
  const opened = changesOfHeader(site, statement, spelled, library);
  if ('refused' in opened) return refuse(opened.refused);
  const uses = changesOfUses(site, statement);
  if ('refused' in uses) return refuse(uses.refused);
  const title = library === 'aiofiles' ? 'Use aiofiles' : `Use ${library}.open_file`;
  return offer(site, title, 'unsafe', [...opened.changes, ...uses.changes, ...spelled.changes], library);
}

type Changes = { readonly changes: readonly Change[] } | { readonly refused: string };

/** `async with aiofiles.open(…) as f`: everything that the statement enters must be a file. */
function changesOfHeader(site: Site, statement: Node, { spelling }: Reached, library: Library): Changes {
  const { table } = site;
  const calls = itemsOf(site, statement).map(({ value }) => openCallAt(site, value));
  const called = library === 'aiofiles' ? spelling : `await ${spelling}`;
  const [only, ...others] = calls;
  const broken =
    only === null || only === undefined || others.length > 0 ? null : brokenHeader(site, statement, only, called);
  if (broken !== null) return { changes: [broken] };
  const changes: Change[] = [insertion(startOf(table, statement), 'async ')];
  for (const call of calls) {
    if (call === null) return { refused: 'the `with` statement enters something else, too' };
    const change = respelled(site, call, called);
    if (change === null) return { refused: 'it has a comment or a line break in the middle' };
    changes.push(change);
  }
  return { changes };
}

/** The header over several lines, where its one line would get too long. */
function brokenHeader(site: Site, statement: Node, call: OpenCall, called: string): Change | null {
  const { table, file } = site;
  const [start, end] = [startOf(table, statement), endOf(table, call.call)];
  const header = table.text.slice(start, endOf(table, childOfKind(table, statement, 'with_clause')));
  const before = table.text.slice(start, startOf(table, call.call));
  if (/[\r\n]/.test(header) || !/^with\s+$/.test(before) || hasComment(table, start, end)) return null;
  if (table.text.slice(lineStartBefore(file.lineStarts, start), start).trim() !== '') return null;
  const indentation = indentationAt(file.lineStarts, start, table.text);
  const behind = `${table.text.slice(end, start + header.length)}:`;
  const unit = indentation.includes('\t') ? '\t' : '    ';
  const width = widthOf(table, site.settings);
  const laid = laidOut({
    head: `async with ${called}(`,
    items: argumentsOf(site, call),
    tail: `)${behind}`,
    indentation,
    unit,
    width,
  });
  return laid.includes('\n') ? replacement(start, end, laid.slice(0, -behind.length)) : null;
}

interface Item {
  readonly value: Node;
  /** What stands behind `as`, or null. */
  readonly target: Node | null;
}

function itemsOf({ table }: Site, statement: Node): Item[] {
  return childrenOf(table, childOfKind(table, statement, 'with_clause')).map((item) => {
    const value = childIn(table, item, 'value');
    if (!is(table, value, 'as_pattern')) return { value, target: null };
    const [inner = value] = childrenOf(table, value);
    return { value: inner, target: childIn(table, value, 'alias') + 1 };
  });
}

function changesOfUses(site: Site, statement: Node): Changes {
  const changes: Change[] = [];
  for (const { target } of itemsOf(site, statement)) {
    if (target === null) continue;
    const uses = usesOf(site, statement, target);
    if ('refused' in uses) return uses;
    for (const use of uses.nodes) {
      const translated = translateFileUse(site, use);
      if ('refused' in translated) return translated;
      changes.push(...translated.changes);
    }
  }
  return { changes };
}

/** The places that use the file bound at `target`, all of them in the block; or why that cannot be told. */
function usesOf(
  { module, table, definition }: Site,
  statement: Node,
  target: Node,
): { readonly nodes: readonly Node[] } | { readonly refused: string } {
  if (!is(table, target, 'identifier')) return { refused: `\`${textOf(table, target)}\` is no local name` };
  const name = textOf(table, target);
  const { bindings, expressions, scopes } = module.summary;
  const id: BindingId = [...bindingsOf(bindings)].findIndex(({ start }) => start === startOf(table, target));
  const nodes: Node[] = [];
  for (const use of expressionsOf(expressions)) {
    if (use.kind !== 'name' || use.name !== name || !isScopeIn(scopes, use.scope, definition.id)) continue;
    if (use.reaching === null) return { refused: `\`${name}\` is used in another function` };
    if (!use.reaching.includes(id)) continue;
    if (use.reaching.length > 1) return { refused: `\`${name}\` may also hold something else where it is used` };
    const node = nodeAt(table, use.start, use.end);
    if (node < statement || node >= nextOf(table, statement))
      return { refused: `\`${name}\` is used behind the block` };
    nodes.push(node);
  }
  return { nodes };
}
