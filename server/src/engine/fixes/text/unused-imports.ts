/**
 * Removes an import that a fix made unused: one whose name stood only in text that the fix takes away. An import with a comment
 * stays, and so do those that others may rely on: in `__init__.py`, in `__all__`, in a `try` or an `if`.
 */

import type { TextEdit } from '../../findings/finding.ts';
import type { Binding, ModuleSummary, Span } from '../../summary/model.ts';
import { bindingAt } from '../../summary/packed-bindings.ts';
import { scopeAt } from '../../summary/packed-scopes.ts';
import { Field, Kind } from '../../syntax/kinds.ts';
import { childrenIn, childrenOf, endOf, is, type Node, type SyntaxTable, startOf, textOf } from '../../syntax/table.ts';
import {
  type Change,
  type EditedFile,
  hasComment,
  lineStartBefore,
  nextLineStart,
  replacement,
  textEdits,
} from './edits.ts';
import { bindingsSeen, pathToBinding, scopeAround } from './names.ts';

/** The change that removes the import of `name`, as seen from `taken`, the text that the fix takes away; none if it is still of use. */
export function removeIfUnused(file: EditedFile, summary: ModuleSummary, name: string, taken: Span): Change[] {
  const bindings = bindingsSeen(summary, scopeAround(summary, taken), name);
  const [binding] = bindings;
  const isImport = binding?.value.kind === 'import' || binding?.value.kind === 'from';
  if (binding === undefined || !isImport || bindings.length > 1) return [];
  if (isUsedBeside(file, summary, name, [taken, binding])) return [];
  const change = removal(file, binding);
  return change === null ? [] : [change];
}

/** A file with what its text says. */
export interface ReadFile extends EditedFile {
  readonly summary: ModuleSummary;
}

/**
 * The edits that remove from `after` the top-level imports that were of use `before`: what several fixes left over, each of which
 * saw the import in use by the others. For whoever makes many fixes at once, when all are made.
 */
export function removeLeftOver(before: ReadFile, after: ReadFile): TextEdit[] {
  const names = scopeAt(after.summary.scopes, 0)?.names ?? [];
  const changes = names.flatMap((name) => {
    const now = importOf(after, name);
    const then = importOf(before, name);
    const isLeft = now !== null && then !== null && !isUsedBeside(after, after.summary, name, [now]);
    const change = isLeft && isUsedBeside(before, before.summary, name, [then]) ? removal(after, now) : null;
    return change === null ? [] : [change];
  });
  return textEdits(after, changes);
}

/** The one top-level import that binds `name`; null if there is none, or more that does. */
function importOf({ summary }: ReadFile, name: string): Binding | null {
  const [id, ...others] = scopeAt(summary.scopes, 0)?.bindingsOf(name) ?? [];
  const binding = id === undefined ? undefined : bindingAt(summary.bindings, id);
  const isImport = binding?.value.kind === 'import' || binding?.value.kind === 'from';
  return binding === undefined || others.length > 0 || !isImport ? null : binding;
}

/** Whether anything may use the imported `name` outside of `ignored`: code in the file, or whoever imports it from there. */
export function isUsedBeside(
  file: EditedFile,
  summary: ModuleSummary,
  name: string,
  ignored: readonly Span[],
): boolean {
  return isReExported(file, summary, name) || isUsed(file.table, name, ignored);
}

function isReExported({ path }: EditedFile, { exports }: ModuleSummary, name: string): boolean {
  return path.endsWith('/__init__.py') || (exports?.includes(name) ?? false);
}

/** Whether anything outside of `ignored` names `name`: code, or a string that is nothing but the name (in `__all__`, an annotation). */
function isUsed(table: SyntaxTable, name: string, ignored: readonly Span[]): boolean {
  for (let node = 0; node < table.length; node++) {
    const start = startOf(table, node);
    const isIdentifier = is(table, node, 'identifier') && !isMemberName(table, node);
    if (!isIdentifier && !is(table, node, 'string_content')) continue;
    if (ignored.some((span) => span.start <= start && start < span.end)) continue;
    const text = textOf(table, node);
    if (text === name || (!isIdentifier && isDottedUse(text, name))) return true;
  }
  return false;
}

/** A quoted annotation such as `'time.struct_time | None'`; prose has words around it. */
function isDottedUse(text: string, name: string): boolean {
  return text.length < 200 && !/^\s*\w+ \w+/.test(text) && new RegExp(`(?<![\\w.])${name}(?!\\w)`).test(text);
}

/** The `b` of `a.b` and of `f(b=1)`: no use of a name. */
function isMemberName(table: SyntaxTable, node: Node): boolean {
  if (table.fields[node] === Field.attribute) return true;
  return table.fields[node] === Field.name && table.kinds[node - 1] === Kind.keyword_argument;
}

function removal(file: EditedFile, binding: Binding): Change | null {
  const { table } = file;
  const path = pathToBinding(table, binding);
  const depth = path.findLastIndex(
    (node) => is(table, node, 'import_statement') || is(table, node, 'import_from_statement'),
  );
  const [block, statement] = [path[depth - 1], path[depth]];
  if (statement === undefined || block === undefined) return null;
  const names = childrenIn(table, statement, 'name');
  const index = names.findIndex((node) => startOf(table, node) <= binding.start && binding.end <= endOf(table, node));
  const name = names[index];
  if (name === undefined) return null;
  return names.length > 1 ? withoutName(file, names, index) : withoutStatement(file, path.slice(0, depth), statement);
}

/** The whole line, if nothing else stands on it and the block can do without it. */
function withoutStatement(file: EditedFile, above: readonly Node[], statement: Node): Change | null {
  const { table, lineStarts } = file;
  const [start, end] = [startOf(table, statement), endOf(table, statement)];
  const [owner, block] = [above.at(-2), above.at(-1) ?? 0];
  const isPlain = owner === undefined || is(table, owner, 'function_definition');
  if (!isPlain || (owner !== undefined && childrenOf(table, block).length < 2)) return null;
  const from = lineStartBefore(lineStarts, start);
  const to = nextLineStart(lineStarts, end - 1, table.text);
  const isAlone = table.text.slice(from, start).trim() === '' && table.text.slice(end, to).trim() === '';
  return isAlone && !hasComment(table, from, to) ? replacement(from, to, '') : null;
}

/** One name of several, with the comma that sets it apart. */
function withoutName({ table, lineStarts }: EditedFile, names: readonly Node[], index: number): Change | null {
  const name = names[index] ?? 0;
  const [before, after] = [names[index - 1], names[index + 1]];
  const lineStart = lineStartBefore(lineStarts, startOf(table, name));
  const lineEnd = nextLineStart(lineStarts, endOf(table, name), table.text);
  const isOwnLine =
    table.text.slice(lineStart, startOf(table, name)).trim() === '' &&
    table.text.slice(endOf(table, name), lineEnd).trim() === ',';
  if (isOwnLine) return replacement(lineStart, lineEnd, '');
  const from = after === undefined && before !== undefined ? endOf(table, before) : startOf(table, name);
  const to = after === undefined ? endOf(table, name) : startOf(table, after);
  return hasComment(table, from, to) || /[\r\n]/.test(table.text.slice(from, to)) ? null : replacement(from, to, '');
}
