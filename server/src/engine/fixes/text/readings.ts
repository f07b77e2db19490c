/** Every place that reads what one assignment gives to a local name. */
import type { BindingId } from '../../summary/model.ts';
import { bindingAt, bindingsOf } from '../../summary/packed-bindings.ts';
import { expressionsOf } from '../../summary/packed-expressions.ts';
import { scopeAt } from '../../summary/packed-scopes.ts';
import { type Node, nodeAt, startOf, textOf } from '../../syntax/table.ts';
import type { Site } from '../site.ts';
import { isScopeIn } from './names.ts';

export interface Reading {
  readonly node: Node;
  /** It may read something else that the name holds, too. */
  readonly isShared: boolean;
}

type Refused = { readonly refused: string };

/** The nodes that read the name at `target`, which an assignment gives its value; or why they are not all known. */
export function readingsOf(site: Site, target: Node): { readonly nodes: readonly Node[] } | Refused {
  const readings = allReadingsOf(site, target);
  if ('refused' in readings) return readings;
  if (readings.some(({ isShared }) => isShared))
    return { refused: `\`${textOf(site.table, target)}\` may also hold something else where it is read` };
  return { nodes: readings.map(({ node }) => node) };
}

/** The same, with those that may read something else, too. */
export function allReadingsOf({ module, table }: Site, target: Node): readonly Reading[] | Refused {
  const { bindings, expressions, scopes } = module.summary;
  const id: BindingId = [...bindingsOf(bindings)].findIndex(({ start }) => start === startOf(table, target));
  const binding = bindingAt(bindings, id);
  const name = textOf(table, target);
  if (binding === undefined || scopeAt(scopes, binding.scope)?.kind !== 'function')
    return { refused: `\`${name}\` is not a local name` };
  const readings: Reading[] = [];
  for (const expression of expressionsOf(expressions)) {
    if (expression.kind !== 'name' || expression.name !== name || !isScopeIn(scopes, expression.scope, binding.scope))
      continue;
    if (expression.reaching === null) return { refused: `\`${name}\` is read in another scope` };
    if (!expression.reaching.includes(id)) continue;
    const node = nodeAt(table, expression.start, expression.end);
    readings.push({ node, isShared: expression.reaching.length > 1 });
  }
  return readings;
}
