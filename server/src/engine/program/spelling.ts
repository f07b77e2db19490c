/** How the text spells an expression, where it is a name, an attribute or a call of one. */

import type { ExpressionId } from '../summary/model.ts';
import { expressionAt } from '../summary/packed-expressions.ts';
import type { Module } from './definitions.ts';

/** `self.hosts.path`, `Loader(…).read`; null for anything else. */
export function dottedName(module: Module, id: ExpressionId): string | null {
  const expression = expressionAt(module.summary.expressions, id);
  if (expression?.kind === 'name') return expression.name;
  if (expression?.kind === 'call') {
    const callee = dottedName(module, expression.callee);
    return callee === null ? null : `${callee}(${expression.arguments.length === 0 ? '' : '…'})`;
  }
  if (expression?.kind !== 'attribute') return null;
  const object = dottedName(module, expression.object);
  return object === null ? null : `${object}.${expression.name}`;
}
