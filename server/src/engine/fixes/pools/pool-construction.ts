/** Where the pool of a `pool.submit(…)` is made, and whether everything that is done with it is in sight. */

import type { Module } from '../../program/definitions.ts';
import type { Handover } from '../../program/handovers.ts';
import type { Program } from '../../program/program.ts';
import type { BoundValue, Expression, ExpressionId } from '../../summary/model.ts';
import { bindingAt, bindingsOf } from '../../summary/packed-bindings.ts';
import { expressionAt, expressionsOf } from '../../summary/packed-expressions.ts';
import { scopesOf } from '../../summary/packed-scopes.ts';
import { bindingsSeen } from '../text/names.ts';

export interface PoolUse {
  /** The call that makes the pool: `ThreadPoolExecutor(4)`. */
  readonly construction: ExpressionId;
  /** The tasks that are given to it, anywhere in the file. */
  readonly tasks: readonly Handover[];
}

const POOL = 'concurrent.futures.ThreadPoolExecutor';
/** What may be done with a pool besides. */
const HARMLESS_METHODS = new Set(['submit', 'map', 'shutdown']);

/** The pool that `call` (`pool.submit(…)`) is given to; a string says why it is not in sight. */
export function poolOf(program: Program, module: Module, call: ExpressionId): PoolUse | string {
  const construction = constructionBehind(program, module, receiverOf(module, call));
  if (construction === null) return 'the pool is not made in this file, or not in one place';
  const tasks = program.handoversIn(module).filter((handover) => {
    return constructionBehind(program, module, receiverOf(module, handover.event.call)) === construction;
  });
  const other = otherUse(program, module, construction);
  return other === null ? { construction, tasks } : `the pool is also ${other}`;
}

function receiverOf(module: Module, call: ExpressionId): ExpressionId {
  const expression = expressionAt(module.summary.expressions, call);
  const callee = expression?.kind === 'call' ? expressionAt(module.summary.expressions, expression.callee) : undefined;
  return callee?.kind === 'attribute' ? callee.object : 0;
}

/** The one call that made what expression `id` is; null where that is not certain. */
function constructionBehind(program: Program, module: Module, id: ExpressionId, depth = 0): ExpressionId | null {
  const { expressions } = module.summary;
  const expression = expressionAt(expressions, id);
  if (expression === undefined || depth > 10) return null;
  switch (expression.kind) {
    case 'call': {
      const { types } = program.inference.answer(module, expression.callee);
      return types.length === 1 && types.every((type) => type.kind === 'external' && type.name === POOL) ? id : null;
    }
    case 'name': {
      const { bindings } = module.summary;
      const seen =
        expression.reaching?.flatMap((each) => bindingAt(bindings, each) ?? []) ??
        bindingsSeen(module.summary, expression.scope, expression.name);
      const values = seen.map(({ value }) => heldValue(value));
      const [value] = values;
      return value == null || values.length !== 1 ? null : constructionBehind(program, module, value, depth + 1);
    }
    case 'attribute': {
      const writes = writesOf(module, expression);
      const [write] = writes;
      return write === undefined || writes.length !== 1 ? null : constructionBehind(program, module, write, depth + 1);
    }
    default:
      return null;
  }
}

function heldValue(value: BoundValue): ExpressionId | null {
  const isWhole = (value.kind === 'assign' || value.kind === 'enter') && value.path.length === 0;
  return isWhole ? value.value : null;
}

/** What `self.pool = …` puts into the attribute, in any class of the file: names that several classes share are not told apart. */
function writesOf(module: Module, attribute: Extract<Expression, { kind: 'attribute' }>): ExpressionId[] {
  const object = expressionAt(module.summary.expressions, attribute.object);
  if (object?.kind !== 'name' || object.name !== 'self') return [];
  return scopesOf(module.summary.scopes).flatMap((scope) => {
    const writes = scope.attributes.filter(({ name }) => name === attribute.name).map(({ value }) => value);
    const inBody = scope.kind === 'class' && scope.bindingsOf(attribute.name) !== undefined ? [0] : [];
    return [...writes, ...inBody];
  });
}

/** What else is done with the pool that `construction` makes, the end of a sentence; null where nothing is. */
function otherUse(program: Program, module: Module, construction: ExpressionId): string | null {
  const { expressions, bindings, scopes, exports } = module.summary;
  const called = new Set(
    [...expressionsOf(expressions)].flatMap((each) => (each.kind === 'call' ? [each.callee] : [])),
  );
  const received = new Set(
    [...expressionsOf(expressions)].flatMap((each, id) =>
      each.kind === 'attribute' && called.has(id) && HARMLESS_METHODS.has(each.name) ? [each.object] : [],
    ),
  );
  // `with pool:` only ends it.
  const entered = new Set(
    scopesOf(scopes).flatMap(({ events }) => events.flatMap((event) => (event.kind === 'with' ? [event.value] : []))),
  );
  for (const [id, expression] of [...expressionsOf(expressions)].entries()) {
    if (expression.kind !== 'name' && expression.kind !== 'attribute') continue;
    if (received.has(id) || constructionBehind(program, module, id) !== construction) continue;
    const isTarget = expression.kind === 'attribute' && isWritten(module, id, expression);
    if (!entered.has(id) && !isTarget) return 'used for other things';
  }
  const global = [...bindingsOf(bindings)].find(({ scope, value }) => scope === 0 && heldValue(value) === construction);
  if (global === undefined) return null;
  const isShared = (exports?.includes(global.name) ?? false) || importedElsewhere(program, module, global.name);
  return isShared ? 'used by other modules' : null;
}

/** `self.pool` on the left of the assignment that makes it. */
function isWritten(module: Module, id: ExpressionId, attribute: Extract<Expression, { kind: 'attribute' }>): boolean {
  return scopesOf(module.summary.scopes).some(({ attributes }) =>
    attributes.some(({ name, value }) => {
      const made = expressionAt(module.summary.expressions, value);
      return name === attribute.name && made !== undefined && Math.abs(id - value) <= 2 && attribute.end < made.start;
    }),
  );
}

function importedElsewhere(program: Program, module: Module, name: string): boolean {
  for (const other of program.modules) {
    const isImporting = [...bindingsOf(other.summary.bindings)].some(({ value }) => {
      if (value.kind !== 'from' || value.member !== name) return false;
      const target = program.inference.surroundings.index.resolve(value.module, other.path);
      return target.kind === 'file' && target.path === module.path;
    });
    if (isImporting) return true;
  }
  return false;
}
