/** What a local name was bound to where it is read. */
import type { Binding, Expression } from '../../summary/model.ts';
import { bindingAt } from '../../summary/packed-bindings.ts';
import { expressionAt } from '../../summary/packed-expressions.ts';
import type { Node } from '../../syntax/table.ts';
import { expressionOfNode, type Site } from '../site.ts';

/** The one binding that the name at `node` reads, and the expression that it is bound to; null where that is not plain. */
export function boundAt(site: Site, node: Node): { readonly binding: Binding; readonly value: Expression } | null {
  const { bindings, expressions } = site.module.summary;
  const name = expressionOfNode(site, node);
  if (name?.kind !== 'name' || name.reaching?.length !== 1) return null;
  const binding = bindingAt(bindings, name.reaching[0] ?? -1);
  if (binding?.value.kind !== 'assign' && binding?.value.kind !== 'enter') return null;
  const value = expressionAt(expressions, binding.value.value);
  return value === undefined || binding.value.path.length > 0 ? null : { binding, value };
}
