/** What a local name was bound to where it is read. */
import type { Binding, Expression } from '../../summary/model.ts';
import { bindingAt } from '../../summary/packed-bindings.ts';
import { expressionAt, expressionIn } from '../../summary/packed-expressions.ts';
import { endOf, type Node, startOf } from '../../syntax/table.ts';
import type { Site } from '../site.ts';

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
