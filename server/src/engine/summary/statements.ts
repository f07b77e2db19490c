/** Summarises statements, following the flow of control through them. */
import { Kind } from '../syntax/kinds.ts';
import {
  childIn,
  childOfKind,
  childrenOf,
  contains,
  endOf,
  is,
  kindOf,
  NO_NODE,
  type Node,
  startOf,
  textOf,
} from '../syntax/table.ts';
import { summariseAnnotation } from './annotations.ts';
import { summariseIf, summariseMatch } from './branches.ts';
import type { Builder } from './builder.ts';
import {
  ANYWHERE,
  conditionAt,
  endsProgram,
  enter,
  expressionOn,
  type Side,
  summariseCondition,
} from './conditions.ts';
import { spanOf, summariseDiscarded, summariseExpression } from './expressions.ts';
import { summariseClass, summariseFunction } from './functions.ts';
import { guardsOfHandler, type Sides, withMemo } from './guards.ts';
import { roundsOfWhile, withHotLoop } from './hot-loops.ts';
import { summariseFromImport, summariseImport } from './imports.ts';
import { type ExpressionId, type Guard, type Rounds, UNKNOWN } from './model.ts';
import { declareAs, narrow } from './narrowing.ts';
import { inPlace } from './operators.ts';
import type { OpenEvent } from './packed-events.ts';
import { bindTarget, unbindTarget } from './targets.ts';

type Visit = (builder: Builder, node: Node) => void;

const VISITS = new Map<number, Visit>([
  [Kind.expression_statement, expressionStatement],
  [Kind.function_definition, (builder, node) => summariseFunction(builder, node, [])],
  [Kind.class_definition, (builder, node) => summariseClass(builder, node, [])],
  [Kind.decorated_definition, decorated],
  [Kind.import_statement, summariseImport],
  [Kind.import_from_statement, summariseFromImport],
  [Kind.future_import_statement, () => {}],
  [Kind.for_statement, forStatement],
  [Kind.while_statement, whileStatement],
  [Kind.try_statement, tryStatement],
  [Kind.with_statement, withStatement],
  [Kind.return_statement, returnStatement],
  [Kind.raise_statement, leave],
  [Kind.break_statement, (builder) => builder.environment.breakOut()],
  [Kind.assert_statement, assertStatement],
  [Kind.delete_statement, deleteStatement],
  [Kind.global_statement, (builder, node) => declare(builder, node, builder.scope.globals)],
  [Kind.nonlocal_statement, (builder, node) => declare(builder, node, builder.scope.nonlocals)],
  [Kind.type_alias_statement, typeAlias],
  [Kind.block, summariseBlock],
  [Kind.ERROR, summariseBlock],
]);

/** The statements of a module, a block, or what is left of them around a syntax error. */
export function summariseBlock(builder: Builder, block: Node): void {
  if (block !== NO_NODE) summariseStatements(builder, childrenOf(builder.table, block));
}

function summariseStatements(builder: Builder, statements: readonly Node[]): void {
  const { table, environment } = builder;
  let wasDead = environment.isDead;
  for (const [index, statement] of statements.entries()) {
    // What follows a `with` whose body leaves is there because its context manager swallows exceptions.
    const before = statements[index - 1];
    if (before !== undefined && is(table, before, 'with_statement')) environment.isDead = wasDead;
    wasDead = environment.isDead;
    const guards = summariseStatement(builder, statement);
    if (guards === undefined) continue;
    const rest = statements.slice(index + 1);
    const [first] = rest;
    const text = first === undefined ? '' : table.text.slice(startOf(table, first), endOf(table, rest.at(-1) ?? first));
    builder.under(withMemo(builder, guards, '', text), () => summariseStatements(builder, rest));
    return;
  }
}

/** Returns the guards under which what follows in the same block runs, if the statement may have left the block. */
function summariseStatement(builder: Builder, node: Node): readonly Guard[] | undefined {
  if (is(builder.table, node, 'if_statement')) return builder.deeper(() => summariseIf(builder, node), undefined);
  if (is(builder.table, node, 'match_statement')) return builder.deeper(() => summariseMatch(builder, node), undefined);
  const visit = VISITS.get(kindOf(builder.table, node)) ?? otherStatement;
  builder.deeper(() => visit(builder, node), undefined);
  return undefined;
}

/** `pass`, `continue` and what a syntax error left over. */
function otherStatement(builder: Builder, node: Node): void {
  const word = builder.table.text.slice(startOf(builder.table, node), startOf(builder.table, node) + 8);
  summariseExpression(builder, node);
  if (word === 'continue') builder.environment.isDead = true;
}

/** The message of an `assert` is made only where the condition fails. */
function assertStatement(builder: Builder, node: Node): void {
  const [condition = NO_NODE, message = NO_NODE] = childrenOf(builder.table, node);
  summariseCondition(builder, condition);
  const { whenTrue, whenFalse } = conditionAt(builder, condition);
  expressionOn(builder, whenFalse, message);
  for (const test of whenTrue.tests) narrow(builder, test);
  if (whenTrue.life === 'dead') builder.environment.isDead = true;
}

function expressionStatement(builder: Builder, node: Node): void {
  for (const child of childrenOf(builder.table, node)) {
    if (is(builder.table, child, 'assignment')) assignment(builder, child);
    else if (is(builder.table, child, 'augmented_assignment')) augmented(builder, child);
    else summariseDiscarded(builder, child);
    if (endsProgram(builder, child)) builder.environment.isDead = true;
  }
}

/** `a = b = value` nests to the right; returns the value for the target on the left. */
function assignment(builder: Builder, node: Node): ExpressionId {
  const { table } = builder;
  const right = childIn(table, node, 'right');
  const type = childIn(table, node, 'type');
  if (type !== NO_NODE && /^(?:\w+\.)?TypeAlias$/.test(textOf(table, type))) {
    return alias(builder, childIn(table, node, 'left'), right);
  }
  const annotation = type === NO_NODE ? UNKNOWN : summariseAnnotation(builder, type);
  const value = is(table, right, 'assignment') ? assignment(builder, right) : summariseExpression(builder, right);
  const left = childIn(table, node, 'left');
  readExports(builder, left, value, []);
  if (PATTERNS.has(kindOf(table, left))) builder.addImplicit({ kind: 'implicit', value, method: '__iter__' });
  bindTarget(builder, left, { kind: 'assign', value, annotation });
  if (type !== NO_NODE && is(table, left, 'identifier')) {
    const [bound] = builder.environment.reaching(textOf(table, left));
    if (bound !== undefined) declareAs(builder, bound, type);
  }
  return value;
}

/** `type Name = annotation`. */
function typeAlias(builder: Builder, node: Node): void {
  const { table } = builder;
  // The type parameters stand in brackets behind the name.
  const name = childIn(table, node, 'left') + 1;
  alias(builder, is(table, name, 'generic_type') ? name + 1 : name, childIn(table, node, 'right'));
}

/** The value of an alias is read as an annotation, and nothing of it runs. */
function alias(builder: Builder, name: Node, type: Node): ExpressionId {
  const value = summariseAnnotation(builder, type);
  bindTarget(builder, name, { kind: 'assign', value, annotation: UNKNOWN });
  return value;
}

/** Targets that iterate what they are assigned. */
const PATTERNS = new Set<number>([Kind.pattern_list, Kind.tuple_pattern, Kind.list_pattern]);

/** `__all__ = […]`, or `__all__ += […]` behind what it was `before`. */
function readExports(builder: Builder, left: Node, value: ExpressionId, before: readonly string[] | null): void {
  if (builder.scopeId !== 0 || left === NO_NODE || textOf(builder.table, left) !== '__all__') return;
  const list = builder.expression(value);
  const names = list?.kind === 'sequence' ? list.items.map((item) => builder.expression(item)) : null;
  const exported = names?.flatMap((name) =>
    name?.kind === 'literal' && typeof name.value === 'string' ? [name.value] : [],
  );
  const isReadable = before !== null && exported !== undefined && exported.length === names?.length;
  builder.exports = isReadable ? [...before, ...exported] : null;
}

function augmented(builder: Builder, node: Node): void {
  const { table } = builder;
  const value = summariseExpression(builder, childIn(table, node, 'right'));
  const left = childIn(table, node, 'left');
  readExports(builder, left, value, builder.exports);
  const before = summariseExpression(builder, left);
  inPlace(builder, node, before);
  if (is(table, left, 'identifier')) bindTarget(builder, left, { kind: 'unknown' });
  if (is(table, left, 'attribute')) builder.addImplicit({ kind: 'implicit', value: before, method: '__setattr__' });
}

function decorated(builder: Builder, node: Node): void {
  const { table } = builder;
  const decorators = childrenOf(table, node)
    .filter((child) => is(table, child, 'decorator'))
    .map((decorator) => summariseExpression(builder, decorator + 1));
  const definition = childIn(table, node, 'definition');
  if (is(table, definition, 'class_definition')) summariseClass(builder, definition, decorators);
  else if (definition !== NO_NODE) summariseFunction(builder, definition, decorators);
}

function forStatement(builder: Builder, node: Node): void {
  const { table } = builder;
  const value = summariseExpression(builder, childIn(table, node, 'right'));
  const isAsync = is(table, node + 1, 'async');
  if (isAsync) builder.awaits();
  builder.addEvent({ kind: 'iterate', value, isAsync, place: builder.place });
  loopBody(builder, node, { kind: 'each', value }, () => {
    bindTarget(builder, childIn(table, node, 'left'), { kind: 'iterate', value, isAsync });
    return { whenTrue: ANYWHERE, whenFalse: ANYWHERE };
  });
}

function whileStatement(builder: Builder, node: Node): void {
  const condition = childIn(builder.table, node, 'condition');
  loopBody(builder, node, roundsOfWhile(builder.table, node), () => {
    builder.at({ loopDepth: builder.place.loopDepth + 1 }, () => summariseCondition(builder, condition));
    return conditionAt(builder, condition);
  });
}

/** `head` is what each round begins with; it returns what holds in the round, and where there is none any more. */
function loopBody(builder: Builder, node: Node, rounds: Rounds, head: () => Sides<Side>): void {
  const { table } = builder;
  let after = ANYWHERE;
  let hasBreak = false;
  const round = (): void => {
    const { whenTrue, whenFalse } = head();
    after = whenFalse;
    const visit = () => summariseBlock(builder, childIn(table, node, 'body'));
    enter(builder, whenTrue);
    builder.at({ loopDepth: builder.place.loopDepth + 1 }, () =>
      whenTrue.guards.length > 0 ? builder.under(whenTrue.guards, visit) : visit(),
    );
  };
  withHotLoop(
    builder,
    node,
    () => [rounds],
    () => {
      hasBreak = builder.loop(round);
    },
  );
  const otherwise = childIn(table, node, 'alternative');
  const ended = builder.branch(() => {
    enter(builder, after);
    if (otherwise !== NO_NODE) summariseBlock(builder, childIn(table, otherwise, 'body'));
  });
  builder.environment.join(hasBreak ? [ended, builder.branch(() => {})] : [ended]);
}

function tryStatement(builder: Builder, node: Node): void {
  const { table } = builder;
  const first = builder.bindingCount;
  const children = childrenOf(table, node);
  const otherwise = childOfKind(table, node, 'else_clause');
  const body = builder.branch(() => {
    summariseBlock(builder, childIn(table, node, 'body'));
    if (otherwise !== NO_NODE) summariseBlock(builder, childIn(table, otherwise, 'body'));
  });
  const handlers = children
    .filter((child) => is(table, child, 'except_clause'))
    .map((handler) =>
      builder.branch(() => {
        builder.mayHaveRun(first);
        exceptClause(builder, handler, childIn(table, node, 'body'));
      }),
    );
  const finalizer = childOfKind(table, node, 'finally_clause');
  const ways = [body, ...handlers];
  const { isDead: wasDead } = builder.environment;
  const isDead = ways.every((way) => way.isDead);
  // A `finally` also runs where an exception came before the body had done anything.
  builder.environment.join(finalizer === NO_NODE ? ways : [...ways, builder.branch(() => {})]);
  if (finalizer === NO_NODE) return;
  builder.environment.isDead = wasDead;
  builder.mayHaveRun(first);
  builder.at({ isInCleanup: true }, () => summariseBlock(builder, childOfKind(table, finalizer, 'block')));
  builder.environment.isDead ||= isDead;
}

/** What a handler catches by these names includes cancellation (asyncio, trio; BaseException; a bare `except`). */
const CATCHES_CANCELLATION = /^$|\b(?:CancelledError|Cancelled|BaseException|GeneratorExit)\b|get_cancelled_exc_class/;

function exceptClause(builder: Builder, node: Node, body: Node): void {
  const { table } = builder;
  const block = childOfKind(table, node, 'block');
  let caught = '';
  for (const child of childrenOf(table, node)) {
    if (child === block) continue;
    caught += textOf(table, child);
    if (is(table, child, 'as_pattern')) asPattern(builder, child);
    else if (table.fields[child] !== undefined && is(table, child, 'identifier') && isAlias(builder, node, child)) {
      builder.bind(textOf(table, child), spanOf(builder, child), { kind: 'unknown' });
    } else summariseExpression(builder, child);
  }
  const visit = () => builder.under(guardsOfHandler(table, body, caught, block), () => summariseBlock(builder, block));
  if (CATCHES_CANCELLATION.test(caught)) builder.at({ isInCleanup: true }, visit);
  else visit();
}

function isAlias(builder: Builder, clause: Node, child: Node): boolean {
  return childIn(builder.table, clause, 'alias') === child;
}

function asPattern(builder: Builder, node: Node): void {
  const { table } = builder;
  const [value = NO_NODE] = childrenOf(table, node);
  summariseExpression(builder, value);
  bindTarget(builder, childIn(table, node, 'alias'), { kind: 'unknown' });
}

function withStatement(builder: Builder, node: Node): void {
  const { table } = builder;
  const isAsync = is(table, node + 1, 'async');
  if (isAsync) builder.awaits();
  const bodyAwaits = contains(table, childIn(table, node, 'body'), 'await');
  const entered: (() => void)[] = [];
  for (const item of childrenOf(table, childOfKind(table, node, 'with_clause'))) {
    let expression = childIn(table, item, 'value');
    let target = NO_NODE;
    if (is(table, expression, 'as_pattern')) {
      target = childIn(table, expression, 'alias');
      expression = childrenOf(table, expression)[0] ?? NO_NODE;
    }
    const value = summariseExpression(builder, expression);
    entered.push(enterBlock(builder, { kind: 'with', value, isAsync, bodyAwaits, place: builder.place }));
    if (target !== NO_NODE) bindTarget(builder, target, { kind: 'enter', value, isAsync });
  }
  summariseBlock(builder, childIn(table, node, 'body'));
  for (const leaveBlock of entered) leaveBlock();
}

/** Adds the event of entering a block, and returns what is to be called at the block's end. */
function enterBlock(builder: Builder, event: Omit<Extract<OpenEvent, { kind: 'with' }>, 'bodyEvents'>): () => void {
  if (!builder.environment.runs) return () => {};
  const { events } = builder.running;
  const first = events.push({ ...event, bodyEvents: 0 });
  return () => {
    events[first - 1] = { ...event, bodyEvents: events.length - first };
  };
}

function returnStatement(builder: Builder, node: Node): void {
  const [child] = childrenOf(builder.table, node);
  const value = child === undefined ? UNKNOWN : summariseExpression(builder, child);
  if (child !== undefined && builder.environment.runs) builder.scope.returns.push(value);
  builder.environment.isDead = true;
}

function leave(builder: Builder, node: Node): void {
  for (const child of childrenOf(builder.table, node)) summariseExpression(builder, child);
  builder.environment.isDead = true;
}

function deleteStatement(builder: Builder, node: Node): void {
  const { table } = builder;
  const targets = childrenOf(table, node).flatMap((child) =>
    is(table, child, 'expression_list') ? childrenOf(table, child) : [child],
  );
  for (const target of targets) unbindTarget(builder, target);
}

function declare(builder: Builder, node: Node, names: string[]): void {
  for (const name of childrenOf(builder.table, node)) names.push(textOf(builder.table, name));
}
