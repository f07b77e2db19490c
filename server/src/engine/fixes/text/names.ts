/** What names mean at a place: the bindings that it sees, and whether a name is free there for an import. */

import { type Binding, type ModuleSummary, NONE, type ScopeId, type Span } from '../../summary/model.ts';
import { bindingAt } from '../../summary/packed-bindings.ts';
import { type PackedScopes, scopeAt, scopesOf } from '../../summary/packed-scopes.ts';
import { Field, Kind } from '../../syntax/kinds.ts';
import { childIn, is, type Node, nodeAt, pathTo, type SyntaxTable, textOf } from '../../syntax/table.ts';

/** The innermost scope whose text holds `span`. */
export function scopeAround(summary: ModuleSummary, span: Span): ScopeId {
  let found = 0;
  const scopes = scopesOf(summary.scopes);
  scopes.forEach((scope, id) => {
    const holds = scope.span.start <= span.start && span.end <= scope.span.end;
    const around = scopes[found]?.span;
    if (holds && (around === undefined || scope.span.end - scope.span.start <= around.end - around.start)) found = id;
  });
  return found;
}

/** Whether `scope` is `outer` or stands in it. */
export function isScopeIn(scopes: PackedScopes, scope: ScopeId, outer: ScopeId): boolean {
  for (let at = scope; at !== NONE; at = scopeAt(scopes, at)?.parent ?? NONE) if (at === outer) return true;
  return false;
}

/** The bindings that give `name` its meaning in `scope`: those of the nearest scope that has any. Empty: nobody binds it. */
export function bindingsSeen(summary: ModuleSummary, scope: ScopeId, name: string): readonly Binding[] {
  for (let id = scope, isFirst = true; id !== NONE; isFirst = false) {
    const at = scopeAt(summary.scopes, id);
    if (at === undefined) break;
    const next = at.globals.includes(name) ? 0 : at.parent;
    // Functions do not see the names of the class around them.
    const ids = at.kind === 'class' && !isFirst ? undefined : at.bindingsOf(name);
    if (ids !== undefined) return ids.flatMap((binding) => bindingAt(summary.bindings, binding) ?? []);
    if (id === 0) break;
    id = next;
  }
  return [];
}

/** Whether `node` stands in an `if TYPE_CHECKING:`, which never runs. */
export function isForTypesOnly(table: SyntaxTable, node: Node): boolean {
  const path = pathTo(table, node);
  return path.some((at, depth) => {
    if (!is(table, at, 'if_statement')) return false;
    const isTest = /(?:^|\.)TYPE_CHECKING$/.test(textOf(table, childIn(table, at, 'condition')));
    return isTest && path[depth + 1] === childIn(table, at, 'consequence');
  });
}

/** The nodes from the module down to what binds the name. */
export function pathToBinding(table: SyntaxTable, { start, end }: Span): Node[] {
  return pathTo(table, nodeAt(table, start, end));
}

/** The `b` of `a.b` and of `f(b=1)`: no use of a name. */
export function isMemberName(table: SyntaxTable, node: Node): boolean {
  if (table.fields[node] === Field.attribute) return true;
  return table.fields[node] === Field.name && table.kinds[node - 1] === Kind.keyword_argument;
}
