/**
 * The life of a client object in its file: where it is made, and every place that uses it. A client can only be exchanged for
 * another where all of that is seen: one local name, or one attribute of the objects of one class.
 */
import type { Definition } from '../../program/definitions.ts';
import { ownerOf } from '../../program/definitions.ts';
import { type ExpressionId, UNKNOWN } from '../../summary/model.ts';
import { bindingAt } from '../../summary/packed-bindings.ts';
import { expressionAt, expressionsOf } from '../../summary/packed-expressions.ts';
import { scopeAt } from '../../summary/packed-scopes.ts';
import { type Node, nodeAt } from '../../syntax/table.ts';
import { expressionIdOf, type Site } from '../site.ts';
import { isScopeIn } from '../text/names.ts';

/** `making` is the call that makes the client, `uses` are the places that read it (`client`, `self.client`). */
export interface ClientLife {
  readonly making: ExpressionId;
  readonly uses: readonly Node[];
}

export type Refused = { readonly refused: string };

/** The life of the client that the expression at `node` names or makes. */
export function lifeOf(site: Site, node: Node): ClientLife | Refused {
  const id = expressionIdOf(site, node);
  const expression = expressionAt(site.module.summary.expressions, id);
  switch (expression?.kind) {
    case 'call':
      return { making: id, uses: [node] };
    case 'name':
      return expression.reaching === null
        ? { refused: `\`${expression.name}\` belongs to the whole module, and may be used elsewhere` }
        : lifeOfLocal(site, expression.name, expression.reaching);
    case 'attribute':
      return lifeOfAttribute(site, expression.object, expression.name);
    default:
      return { refused: 'where the client comes from is not seen' };
  }
}

function lifeOfLocal(site: Site, name: string, reaching: readonly number[]): ClientLife | Refused {
  const { module, table } = site;
  const { bindings, expressions, scopes } = module.summary;
  const [id, ...others] = reaching;
  const binding = id === undefined ? undefined : bindingAt(bindings, id);
  if (binding === undefined || others.length > 0) return { refused: `\`${name}\` may be one of several objects` };
  const { value } = binding;
  const isWhole =
    (value.kind === 'assign' && value.path.length === 0 && value.annotation === UNKNOWN) || value.kind === 'enter';
  if (!isWhole) return { refused: `where \`${name}\` comes from is not seen` };
  if ((scopeAt(scopes, binding.scope)?.bindingsOf(name) ?? []).length > 1)
    return { refused: `\`${name}\` is bound more than once` };
  const uses: Node[] = [];
  for (const expression of expressionsOf(expressions)) {
    if (expression.kind !== 'name' || expression.name !== name || !isScopeIn(scopes, expression.scope, binding.scope))
      continue;
    if (expression.reaching === null) return { refused: `\`${name}\` is read in another function` };
    uses.push(nodeAt(table, expression.start, expression.end));
  }
  return { making: value.value, uses };
}

function lifeOfAttribute(site: Site, object: ExpressionId, name: string): ClientLife | Refused {
  const { definition, module, table, program } = site;
  const owner = ownerOf(definition);
  const self = expressionAt(module.summary.expressions, object);
  if (owner === null || self?.kind !== 'name' || self.name !== selfOf(definition))
    return { refused: 'the client is an attribute of another object' };
  const writes = owner.scope.attributes.filter((each) => each.name === name);
  const [write] = writes;
  if (write === undefined || writes.length > 1 || write.annotation !== UNKNOWN)
    return { refused: `\`self.${name}\` is not set once, and plainly` };
  if (owner.scope.bindingsOf(name) !== undefined) return { refused: `\`${name}\` is an attribute of the class, too` };
  if (isKnownOutside(site, owner, name)) return { refused: `\`${name}\` may be used by other modules or subclasses` };
  const uses: Node[] = [];
  for (const expression of expressionsOf(module.summary.expressions)) {
    if (expression.kind !== 'attribute' || expression.name !== name) continue;
    const node = nodeAt(table, expression.start, expression.end);
    const { types, isComplete } = program.inference.answer(module, expression.object);
    const isElse = isComplete && types.every((type) => type.kind !== 'instance' || type.definition !== owner);
    if (isElse) continue;
    const isOwn = types.length === 1 && types.every((type) => type.kind === 'instance' && type.definition === owner);
    if (!isOwn) return { refused: `a \`.${name}\` elsewhere in the file may be the same` };
    uses.push(node);
  }
  return { making: write.value, uses };
}

function selfOf({ scope }: Definition): string | undefined {
  return scope.parameters[0]?.name;
}

/** Whether code outside of the file could use the attribute: a subclass, or a module that knows the class and says the name. */
function isKnownOutside({ program, module }: Site, owner: Definition, name: string): boolean {
  if (program.inference.surroundings.subclassesOf(owner).length > 0) return true;
  for (const other of program.modules) {
    if (other === module) continue;
    const { strings } = other.summary.expressions;
    if (strings.includes(name) && strings.includes(owner.scope.name)) return true;
  }
  return false;
}
