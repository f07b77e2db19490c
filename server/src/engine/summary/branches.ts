/** Summarises the statements that choose one of several blocks: `if` and `match`. */
import { childIn, childrenIn, childrenOf, is, NO_NODE, type Node, textOf } from '../syntax/table.ts';
import type { Builder } from './builder.ts';
import { ANYWHERE, both, conditionAt, onSide, type Side, summariseCondition } from './conditions.ts';
import { summariseExpression } from './expressions.ts';
import type { Environment } from './flow.ts';
import { withMemo } from './guards.ts';
import type { Guard } from './model.ts';
import { bindCaptures, matchedBy } from './patterns.ts';
import { summariseBlock } from './statements.ts';

/** One of the blocks, what holds there, and what holds there and in all blocks behind it. */
interface Branch {
  readonly side: Side;
  readonly before: Side;
  readonly environment: Environment;
}

/** Returns the guards under which what follows runs, if some branch has left. */
export function summariseIf(builder: Builder, node: Node): readonly Guard[] | undefined {
  const { table } = builder;
  const branches: Branch[] = [];
  const enter = (side: Side, test: string, block: Node): void => {
    const guards = block === NO_NODE ? side.guards : withMemo(builder, side.guards, test, textOf(table, block));
    const environment = onSide(builder, { ...side, guards }, () => summariseBlock(builder, block));
    branches.push({ side, before: otherwise, environment });
  };
  let otherwise = ANYWHERE;
  const choose = (condition: Node, block: Node): void => {
    const sides = conditionAt(builder, condition);
    enter(both(otherwise, sides.whenTrue), textOf(table, condition), block);
    otherwise = both(otherwise, sides.whenFalse);
  };
  const condition = childIn(table, node, 'condition');
  const isMainGuard = /^__name__\s*==\s*["']__main__["']$/.test(textOf(table, condition));
  summariseCondition(builder, condition);
  builder.at(isMainGuard ? { isInMainGuard: true } : {}, () => choose(condition, childIn(table, node, 'consequence')));
  let last = NO_NODE;
  for (const alternative of childrenIn(table, node, 'alternative')) {
    if (is(table, alternative, 'elif_clause')) {
      const next = childIn(table, alternative, 'condition');
      builder.under(otherwise.guards, () => summariseCondition(builder, next));
      choose(next, childIn(table, alternative, 'consequence'));
    } else last = childIn(table, alternative, 'body');
  }
  enter(otherwise, '', last);
  return join(builder, branches);
}

/** Returns the guards under which what follows runs, if some case has left. */
export function summariseMatch(builder: Builder, node: Node): readonly Guard[] | undefined {
  const { table } = builder;
  const subjects = childrenIn(table, node, 'subject');
  for (const subject of subjects) summariseExpression(builder, subject);
  const clauses = childrenOf(table, childIn(table, node, 'body')).filter((child) => is(table, child, 'case_clause'));
  const branches: Branch[] = [];
  let otherwise = ANYWHERE;
  for (const clause of clauses) {
    const matched = matchedBy(builder, subjects, clause);
    const side = both(otherwise, matched.whenTrue);
    const environment = onSide(builder, side, () => {
      for (const child of childrenOf(table, clause)) {
        if (is(table, child, 'case_pattern')) bindCaptures(builder, child);
      }
      const guard = childIn(table, clause, 'guard');
      if (guard !== NO_NODE) summariseCondition(builder, guard + 1);
      const chosen = guard === NO_NODE ? ANYWHERE : conditionAt(builder, guard + 1).whenTrue;
      builder.under(chosen.guards, () => summariseBlock(builder, childIn(table, clause, 'consequence')));
    });
    branches.push({ side, before: otherwise, environment });
    otherwise = both(otherwise, matched.whenFalse);
  }
  branches.push({ side: otherwise, before: otherwise, environment: onSide(builder, otherwise, () => {}) });
  return join(builder, branches);
}

/** Brings `branches` together; what holds behind them is what holds in all that did not leave. */
function join(builder: Builder, branches: readonly Branch[]): readonly Guard[] | undefined {
  builder.environment.join(branches.map(({ environment }) => environment));
  const alive = branches.filter(({ environment }) => !environment.isDead);
  const hasLeft = branches.some(({ side, environment }) => environment.isDead && side.life !== 'dead');
  const [first] = alive;
  if (first === undefined || !hasLeft) return undefined;
  return alive.length === 1 ? first.side.guards : first.before.guards;
}
