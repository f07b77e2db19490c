/** Every place that reads what one assignment gives to a local name. */
import type { BindingId } from '../../summary/model.ts';
import { bindingAt, bindingsOf } from '../../summary/packed-bindings.ts';
import { expressionsOf } from '../../summary/packed-expressions.ts';
import { type PackedScopes, scopeAt } from '../../summary/packed-scopes.ts';
import { type Node, nodeAt, startOf, textOf } from '../../syntax/table.ts';
import type { Site } from '../site.ts';

/** The nodes that read the name at `target`, which an assignment gives its value; or why they are not all known. */
export function readingsOf(
  { module, table }: Site,
  target: Node,
): { readonly nodes: readonly Node[] } | { readonly refused: string } {
  const { bindings, expressions, scopes } = module.summary;
  const id: BindingId = [...bindingsOf(bindings)].findIndex(({ start }) => start === startOf(table, target));
  const binding = bindingAt(bindings, id);
  const name = textOf(table, target);
  if (binding === undefined || scopeAt(scopes, binding.scope)?.kind !== 'function')
    return { refused: `\`${name}\` is not a local name` };
  const nodes: Node[] = [];
  for (const expression of expressionsOf(expressions)) {
    if (expression.kind !== 'name' || expression.name !== name || !isInside(scopes, expression.scope, binding.scope))
      continue;
    if (expression.reaching === null) return { refused: `\`${name}\` is read in another scope` };
    if (!expression.reaching.includes(id)) continue;
    if (expression.reaching.length > 1) return { refused: `\`${name}\` may also hold something else where it is read` };
    nodes.push(nodeAt(table, expression.start, expression.end));
  }
  return { nodes };
}

/** Whether `scope` is `outer` or stands in it. */
function isInside(scopes: PackedScopes, scope: number, outer: number): boolean {
  for (let at = scope; at >= 0; at = scopeAt(scopes, at)?.parent ?? -1) if (at === outer) return true;
  return false;
}
