/** Makes the name of something called mean something else: another class of its module, or one of another module. */

import { bindingsOf } from '../../summary/packed-bindings.ts';
import {
  childIn,
  childrenOf,
  endOf,
  is,
  type Node,
  nodeAt,
  pathTo,
  type SyntaxTable,
  startOf,
  textOf,
} from '../../syntax/table.ts';
import type { Site } from '../site.ts';
import { type Change, replacement } from './edits.ts';
import { moduleOf, replaceInFromImport } from './from-imports.ts';
import { needAt, reach } from './imports.ts';
import { bindingsSeen, scopeAround } from './names.ts';
import { isUsedBeside, removeIfUnused } from './unused-imports.ts';

/** A member of a module, as it is imported. */
export interface Importable {
  readonly module: string;
  readonly name: string;
}

/** The changes that make `callee`, which means a member of the module `from`, mean `wanted`; null where its name is taken. */
export function exchangeName(site: Site, callee: Node, from: string, wanted: Importable): Change[] | null {
  const { table, file, module } = site;
  const span = { start: startOf(table, callee), end: endOf(table, callee) };
  if (is(table, callee, 'attribute') && from === wanted.module) {
    const name = childIn(table, callee, 'attribute');
    return [replacement(startOf(table, name), endOf(table, name), wanted.name)];
  }
  const inImport = from === wanted.module ? exchangeInImport(site, callee, wanted) : null;
  if (inImport !== null) return [replacement(span.start, span.end, wanted.name), inImport];
  const reached = reach(needAt(file, module.summary, pathTo(table, callee)), wanted.module, wanted.name);
  if (reached === null) return null;
  const [root = ''] = /^\w+/.exec(textOf(table, callee)) ?? [];
  const isRootKept =
    reached.spelling.startsWith(`${root}.`) || reached.changes.some((change) => overlaps(change, root));
  const removed = isRootKept ? [] : removeIfUnused(file, module.summary, root, span);
  const isApart = removed.every((one) =>
    reached.changes.every((other) => one.end <= other.start || other.end <= one.start),
  );
  return [replacement(span.start, span.end, reached.spelling), ...reached.changes, ...(isApart ? removed : [])];
}

/** Whether the new import is of the old root: `import redis.asyncio` binds `redis`. */
function overlaps({ text }: Change, root: string): boolean {
  return new RegExp(`^\\s*import ${root}\\b`, 'm').test(text);
}

/** The import's own name exchanged, where nothing but `callee` uses it and the new name is free. */
function exchangeInImport({ table, file, module }: Site, callee: Node, wanted: Importable): Change | null {
  const name = textOf(table, callee);
  const span = { start: startOf(table, callee), end: endOf(table, callee) };
  const isTaken = [...bindingsOf(module.summary.bindings)].some((binding) => binding.name === wanted.name);
  const [binding, ...others] = bindingsSeen(module.summary, scopeAround(module.summary, span), name);
  if (isTaken || binding === undefined || others.length > 0) return null;
  if (isUsedBeside(file, module.summary, name, [span, binding])) return null;
  const statement = importAround(table, binding.start, binding.end);
  const isRight = statement !== null && moduleOf(file, statement) === wanted.module;
  return isRight ? replaceInFromImport(file, statement, name, wanted.name) : null;
}

function importAround(table: SyntaxTable, start: number, end: number): Node | null {
  const path = pathTo(table, nodeAt(table, start, end));
  const statement = path.findLast((node) => is(table, node, 'import_from_statement'));
  return statement === undefined || childrenOf(table, statement).length === 0 ? null : statement;
}
