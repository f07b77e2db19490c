/**
 * Conditions: what each side of one says of the code that stands there: the guards, what a test of its type makes of a name, and
 * whether control gets there at all.
 */
import { Kind } from '../syntax/kinds.ts';
import { childIn, is, kindOf, NO_NODE, type Node, textOf } from '../syntax/table.ts';
import type { Builder } from './builder.ts';
import { summariseExpression } from './expressions.ts';
import type { Environment } from './flow.ts';
import { guardsOf, type Sides } from './guards.ts';
import type { ExpressionId, Guard } from './model.ts';
import { narrow, type TypeTest, typeTestsOf } from './narrowing.ts';

/** `if False`: dead. `if TYPE_CHECKING`: only type checkers read it. */
const LIVES = ['runs', 'for-checkers', 'dead'] as const;
type Life = (typeof LIVES)[number];

/** What holds on one side of a condition. */
export interface Side {
  readonly guards: readonly Guard[];
  readonly tests: readonly TypeTest[];
  readonly life: Life;
}

/** The side of no condition. */
export const ANYWHERE: Side = { guards: [], tests: [], life: 'runs' };

/** The condition at `node`, once it is summarised. */
export function conditionAt(builder: Builder, node: Node): Sides<Side> {
  const guards = guardsOf(builder, node);
  const tests = typeTestsOf(builder.table, node);
  const lives = livesOf(builder, node);
  return {
    whenTrue: { guards: guards.whenTrue, tests: tests.whenTrue, life: lives.whenTrue },
    whenFalse: { guards: guards.whenFalse, tests: tests.whenFalse, life: lives.whenFalse },
  };
}

/** The side of two conditions that both hold. */
export function both(left: Side, right: Side): Side {
  return {
    guards: [...left.guards, ...right.guards],
    tests: [...left.tests, ...right.tests],
    life: worse(left.life, right.life),
  };
}

/** Runs `visit` on a branch of the flow that has `side`. */
export function onSide(builder: Builder, side: Side, visit: () => void): Environment {
  return builder.branch(() => {
    enter(builder, side);
    builder.under(side.guards, visit);
  });
}

/** From here on, in this branch of the flow, `side` holds, but for its guards. */
export function enter(builder: Builder, side: Side): void {
  if (side.life === 'dead') builder.environment.isDead = true;
  if (side.life === 'for-checkers') builder.environment.isForCheckers = true;
  for (const test of side.tests) narrow(builder, test);
}

/** An expression that is evaluated on one side of a condition only: `a` in `a if c else b`. */
export function expressionOn(builder: Builder, side: Side, node: Node): ExpressionId {
  let value: ExpressionId | undefined;
  const visit = (): void => {
    value = summariseExpression(builder, node);
  };
  // Most expressions bind nothing: only what a test told of a name has to be forgotten again.
  if (side.tests.length === 0 && side.life === 'runs') builder.under(side.guards, visit);
  else builder.environment.join([onSide(builder, side, visit), builder.branch(() => {})]);
  return value ?? 0;
}

/** A condition asks its value whether it is true. */
export function summariseCondition(builder: Builder, node: Node): ExpressionId {
  const value = summariseExpression(builder, node);
  builder.addImplicit({ kind: 'implicit', value, method: '__bool__' });
  return value;
}

/** `while True`, `if 0`, `if not TYPE_CHECKING`: which side runs, whatever the program does. */
function livesOf(builder: Builder, node: Node): Sides<Life> {
  const { table } = builder;
  switch (node === NO_NODE ? Kind.other : kindOf(table, node)) {
    case Kind.true:
      return { whenTrue: 'runs', whenFalse: 'dead' };
    case Kind.false:
    case Kind.none:
      return { whenTrue: 'dead', whenFalse: 'runs' };
    case Kind.integer:
      return Number(textOf(table, node)) === 0
        ? { whenTrue: 'dead', whenFalse: 'runs' }
        : { whenTrue: 'runs', whenFalse: 'dead' };
    case Kind.identifier:
    case Kind.attribute:
      return {
        whenTrue: /^(?:\w+\.)?TYPE_CHECKING$/.test(textOf(table, node)) ? 'for-checkers' : 'runs',
        whenFalse: 'runs',
      };
    case Kind.parenthesized_expression:
      return livesOf(builder, node + 1);
    case Kind.not_operator: {
      const { whenTrue, whenFalse } = livesOf(builder, childIn(table, node, 'argument'));
      return { whenTrue: whenFalse, whenFalse: whenTrue };
    }
    case Kind.boolean_operator: {
      const left = livesOf(builder, childIn(table, node, 'left'));
      const right = livesOf(builder, childIn(table, node, 'right'));
      const isAnd = textOf(table, childIn(table, node, 'operator')) === 'and';
      const [either, all] = isAnd ? (['whenFalse', 'whenTrue'] as const) : (['whenTrue', 'whenFalse'] as const);
      const lives = { [all]: worse(left[all], right[all]), [either]: better(left[either], right[either]) };
      return { whenTrue: 'runs', whenFalse: 'runs', ...lives };
    }
    default:
      return { whenTrue: 'runs', whenFalse: 'runs' };
  }
}

function worse(left: Life, right: Life): Life {
  return LIVES.indexOf(left) > LIVES.indexOf(right) ? left : right;
}

function better(left: Life, right: Life): Life {
  return left === worse(left, right) ? right : left;
}

/** Calls that do not come back. `exit` and `quit` are those of `site`, unless the program has its own. */
const LEAVES = /^(?:sys\.exit|os\._exit|os\.abort|exit|quit)$/;

/** Whether the statement at `node` is a call that ends the program. */
export function endsProgram(builder: Builder, node: Node): boolean {
  const { table } = builder;
  if (!is(table, node, 'call')) return false;
  const callee = childIn(table, node, 'function');
  const name = textOf(table, callee);
  const isOwn = () => builder.scopesAround().some((scope) => scope.names.get(name) !== undefined);
  return LEAVES.test(name) && (is(table, callee, 'attribute') || !isOwn());
}
