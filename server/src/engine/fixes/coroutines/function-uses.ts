/** Every place of the program that uses a function: whether all of them are calls that could be awaited instead. */
import { expressionOf } from '../../program/chains.ts';
import { type Definition, definitionOf, type Module, ownerOf } from '../../program/definitions.ts';
import type { Program } from '../../program/program.ts';
import type { Event, ExpressionId } from '../../summary/model.ts';
import { callOf, expressionAt, expressionsOf } from '../../summary/packed-expressions.ts';
import { scopesOf } from '../../summary/packed-scopes.ts';

/** A call of the function, and the function that makes it. */
export interface FunctionUse {
  readonly definition: Definition;
  readonly event: Event;
  readonly call: ExpressionId;
}

/** Names that more modules say are common ones, and rarely of one function alone. */
const MOST_MODULES = 40;

export type Uses = { readonly calls: readonly FunctionUse[] } | { readonly refused: string };

/** The calls of `target` in the whole program; or why it is not certain that these are all there is. */
export function usesOf(program: Program, target: Definition): Uses {
  const { name } = target.scope;
  const calls: FunctionUse[] = [];
  const speaking = [...program.modules].filter(({ summary }) => summary.expressions.strings.includes(name));
  if (speaking.length > MOST_MODULES) return { refused: `too many modules say \`${name}\` to be sure of its uses` };
  for (const module of speaking) {
    const callees = calleesIn(module);
    for (const [id, expression] of [...expressionsOf(module.summary.expressions)].entries()) {
      if ((expression.kind !== 'name' && expression.kind !== 'attribute') || expression.name !== name) continue;
      const meant = meaning(program, module, id, target);
      if (meant === 'other') continue;
      if (meant === 'unknown') return { refused: `a \`.${name}\` in ${fileName(module)} may mean it, too` };
      const use = callees.get(id);
      if (use === undefined)
        return { refused: `\`${name}\` is handed on, or used where no function runs, in ${fileName(module)}` };
      calls.push(use);
    }
  }
  return { calls };
}

/** Whether the name or attribute `id` means `target`. */
function meaning(
  program: Program,
  module: Module,
  id: ExpressionId,
  target: Definition,
): 'target' | 'other' | 'unknown' {
  const { types, isComplete } = program.inference.answer(module, id);
  const isTarget = types.some((type) => {
    return type.kind === 'function' && type.definition.module === target.module && type.definition.id === target.id;
  });
  if (isTarget) return types.length === 1 ? 'target' : 'unknown';
  if (isComplete && types.length > 0) return 'other';
  // A plain name that is not found means nothing of the program's; an attribute of an unknown object might be the method.
  const isAttribute = expressionAt(module.summary.expressions, id)?.kind === 'attribute';
  return isAttribute && ownerOf(target) !== null ? 'unknown' : 'other';
}

/** The calls of a module by what they call. */
function calleesIn(module: Module): ReadonlyMap<ExpressionId, FunctionUse> {
  const found = new Map<ExpressionId, FunctionUse>();
  for (const [scopeId, scope] of scopesOf(module.summary.scopes).entries()) {
    for (const event of scope.events) {
      const call = callOf(module.summary.expressions, event);
      if (call === undefined) continue;
      found.set(call.callee, { definition: definitionOf(module, scopeId), event, call: expressionOf(event) });
    }
  }
  return found;
}

function fileName({ path }: Module): string {
  return `\`${path.slice(path.lastIndexOf('/') + 1)}\``;
}
