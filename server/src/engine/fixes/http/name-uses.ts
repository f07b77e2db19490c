/** Where a local name is read that a statement binds, and what it was bound to where it is read. */
import type { Binding, Expression } from '../../summary/model.ts';
import { bindingAt, bindingsOf } from '../../summary/packed-bindings.ts';
import { expressionAt, expressionIn, expressionsOf } from '../../summary/packed-expressions.ts';
import { type PackedScopes, scopeAt } from '../../summary/packed-scopes.ts';
import { endOf, type Node, nodeAt, startOf, textOf } from '../../syntax/table.ts';
import type { Site } from '../site.ts';
import type { Refused } from './conversion.ts';

export interface Use {
  readonly node: Node;
  /** It may read something else that is bound to the same name. */
  readonly isShared: boolean;
}

/** The places that may read the name bound at `target`, all of them; or why that cannot be told. */
export function usesOf({ module, table }: Site, target: Node): readonly Use[] | Refused {
  const { bindings, expressions, scopes } = module.summary;
  const id = [...bindingsOf(bindings)].findIndex(({ start }) => start === startOf(table, target));
  const binding = bindingAt(bindings, id);
  const name = textOf(table, target);
  if (binding === undefined || scopeAt(scopes, binding.scope)?.kind !== 'function')
    return { refused: `\`${name}\` is not a local name` };
  const uses: Use[] = [];
  for (const expression of expressionsOf(expressions)) {
    if (expression.kind !== 'name' || expression.name !== name || !isInside(scopes, expression.scope, binding.scope))
      continue;
    if (expression.reaching === null) return { refused: `\`${name}\` is read in another scope` };
    if (!expression.reaching.includes(id)) continue;
    uses.push({ node: nodeAt(table, expression.start, expression.end), isShared: expression.reaching.length > 1 });
  }
  return uses;
}

/** Whether `scope` is `outer` or stands in it. */
function isInside(scopes: PackedScopes, scope: number, outer: number): boolean {
  for (let at = scope; at >= 0; at = scopeAt(scopes, at)?.parent ?? -1) if (at === outer) return true;
  return false;
}

/** The one binding that the name at `node` reads, and the expression that it is bound to; null where that is not plain. */
export function boundAt(
  { module, table }: Site,
  node: Node,
): { readonly binding: Binding; readonly value: Expression } | null {
  const { bindings, expressions } = module.summary;
  const name = expressionAt(expressions, expressionIn(expressions, startOf(table, node), endOf(table, node)));
  if (name?.kind !== 'name' || name.reaching?.length !== 1) return null;
  const binding = bindingAt(bindings, name.reaching[0] ?? -1);
  if (binding?.value.kind !== 'assign' && binding?.value.kind !== 'enter') return null;
  const value = expressionAt(expressions, binding.value.value);
  return value === undefined || binding.value.path.length > 0 ? null : { binding, value };
}
