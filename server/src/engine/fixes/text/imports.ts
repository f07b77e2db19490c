/**
 * How a fix spells a name that it needs, such as `asyncio.to_thread`: by an import that the place sees already, however it is
 * spelled, or by one that the fix adds. Where a name of that spelling means something else there, another is used, or none.
 */

import type { Binding, ModuleSummary, ScopeId, Span } from '../../summary/model.ts';
import { bindingsOf } from '../../summary/packed-bindings.ts';
import {
  childIn,
  childOfKind,
  childrenIn,
  childrenOf,
  endOf,
  is,
  NO_NODE,
  type Node,
  startOf,
  textOf,
} from '../../syntax/table.ts';
import type { Change, EditedFile } from './edits.ts';
import { addToFromImport } from './from-imports.ts';
import { addImport } from './import-place.ts';
import { bindingsSeen, isForTypesOnly, pathToBinding, scopeAround } from './names.ts';

/** Where the name is needed. */
export interface Need {
  readonly file: EditedFile;
  readonly summary: ModuleSummary;
  readonly span: Span;
  /** The nodes from the module down to the place. */
  readonly path: readonly Node[];
}

/** How to write the name, and the changes that make it mean what it should. */
export interface Reached {
  readonly spelling: string;
  readonly changes: readonly Change[];
}

/** `member` (dotted, if need be) of `module` as the place can write it; null where every spelling means something else there. */
export function reach(need: Need, module: string, member: string): Reached | null {
  const scope = scopeAround(need.summary, need.span);
  const spelling = existingSpelling(need, scope, module, member);
  return spelling === null ? withNewImport(need, scope, module, member) : { spelling, changes: [] };
}

function existingSpelling(need: Need, scope: ScopeId, module: string, member: string): string | null {
  const [head = '', ...rest] = member.split('.');
  const [top = ''] = module.split('.', 1);
  const isLoaded = need.summary.loadedModules.some(({ name, level }) => level === 0 && name === module);
  for (const binding of bindingsOf(need.summary.bindings)) {
    const meaning = meaningOf(binding);
    const { name } = binding;
    let spelling: string | null = null;
    if (meaning === module) spelling = `${name}.${member}`;
    else if (meaning === `${module}.${head}`) spelling = [name, ...rest].join('.');
    else if (meaning === top && isLoaded && name === top) spelling = `${module}.${member}`;
    if (spelling !== null && meaning !== null && isSeen(need, scope, name, meaning)) return spelling;
  }
  return null;
}

/** What an import binds, as a qualified name; null for anything else. */
function meaningOf({ value }: Binding): string | null {
  if (value.kind === 'import') return value.module.level === 0 ? value.module.name : null;
  if (value.kind === 'from') return value.module.level === 0 ? `${value.module.name}.${value.member}` : null;
  return null;
}

/** Whether `name`, at the place, certainly is the import of `meaning`. */
function isSeen(need: Need, scope: ScopeId, name: string, meaning: string): boolean {
  const { table } = need.file;
  const bindings = bindingsSeen(need.summary, scope, name).filter(
    (binding) => !isForTypesOnly(table, pathToBinding(table, binding).at(-1) ?? 0),
  );
  return (
    bindings.every((binding) => meaningOf(binding) === meaning) && bindings.some((binding) => isDone(need, binding))
  );
}

/** Whether the import has certainly happened when the place is reached. */
function isDone(need: Need, binding: Binding): boolean {
  const { table } = need.file;
  const path = pathToBinding(table, binding);
  const statement = path.findLast(
    (node) => is(table, node, 'import_statement') || is(table, node, 'import_from_statement'),
  );
  const block = path[path.indexOf(statement ?? NO_NODE) - 1];
  if (statement === undefined || block === undefined) return false;
  const isBefore = endOf(table, statement) <= need.span.start && need.path.includes(block);
  const isInFunction = need.path.some((node) => is(table, node, 'function_definition'));
  return (
    isBefore || (binding.scope === 0 && isInFunction && isUnconditional(need, path.slice(0, path.indexOf(block) + 1)))
  );
}

/** At the top level, or in a `try:` there, whose handlers give the name another meaning if they give it any. */
function isUnconditional({ file: { table } }: Need, path: readonly Node[]): boolean {
  return path.every((node, depth) => {
    if (is(table, node, 'module') || is(table, node, 'try_statement')) return true;
    const parent = path[depth - 1] ?? NO_NODE;
    return is(table, parent, 'try_statement') && childIn(table, parent, 'body') === node;
  });
}

function withNewImport(need: Need, scope: ScopeId, module: string, member: string): Reached | null {
  const [head = '', ...rest] = member.split('.');
  const isFree = (name: string, meaning: string) => isFreeFor(need, scope, name, meaning);
  const line = fromImportOf(need, module);
  if (line !== NO_NODE && isFree(head, `${module}.${head}`)) {
    return { spelling: member, changes: addToFromImport(need.file, line, head) };
  }
  if (!module.includes('.') && isFree(module, module)) {
    const change = addImport(need.file, { text: `import ${module}`, module, isFrom: false });
    return { spelling: `${module}.${member}`, changes: [change] };
  }
  if (!isFree(head, `${module}.${head}`)) return null;
  const change = addImport(need.file, { text: `from ${module} import ${head}`, module, isFrom: true });
  return { spelling: [head, ...rest].join('.'), changes: [change] };
}

/** The top-level `from module import …` to which a name can be added. */
function fromImportOf({ file: { table } }: Need, module: string): Node {
  const found = childrenOf(table, 0).find(
    (node) =>
      is(table, node, 'import_from_statement') &&
      textOf(table, childIn(table, node, 'module_name')) === module &&
      childOfKind(table, node, 'wildcard_import') === NO_NODE &&
      childrenIn(table, node, 'name').length > 0,
  );
  return found ?? NO_NODE;
}

/** Whether a top-level import that makes `name` mean `meaning` would be seen at the place and take no other meaning away. */
function isFreeFor(need: Need, scope: ScopeId, name: string, meaning: string): boolean {
  const { table } = need.file;
  const seen = [...bindingsSeen(need.summary, scope, name), ...bindingsSeen(need.summary, 0, name)];
  const bindings = seen.filter((binding) => !isForTypesOnly(table, pathToBinding(table, binding).at(-1) ?? 0));
  return bindings.every((binding) => binding.scope === 0 && meaningOf(binding) === meaning);
}

/** Where `node` starts, for callers that need a place in the text. */
export function needAt(file: EditedFile, summary: ModuleSummary, path: readonly Node[]): Need {
  const node = path.at(-1) ?? 0;
  return { file, summary, path, span: { start: startOf(file.table, node), end: endOf(file.table, node) } };
}
