/** Summarises comprehensions and generator expressions, clause by clause. */
import { Kind } from '../syntax/kinds.ts';
import { childIn, childOfKind, childrenOf, is, kindOf, type Node } from '../syntax/table.ts';
import type { Builder } from './builder.ts';
import { conditionAt, enter, summariseCondition } from './conditions.ts';
import { spanOf, summariseExpression } from './expressions.ts';
import { withHotLoop } from './hot-loops.ts';
import { type ExpressionId, UNKNOWN } from './model.ts';
import { bindTarget } from './targets.ts';

/**
 * The first iterable is evaluated where the comprehension stands; the rest inside. A list, set or dict is built at once, so what
 * is inside runs in the scope around; a generator runs whenever somebody iterates it, and iterates its first iterable then.
 */
export function summariseComprehension(
  builder: Builder,
  node: Node,
  type: 'list' | 'set' | 'dict' | 'generator',
): ExpressionId {
  const { table } = builder;
  const span = spanOf(builder, node);
  const body = childIn(table, node, 'body');
  const first = childOfKind(table, node, 'for_in_clause');
  const clauses = childrenOf(table, node).filter(
    (child) => kindOf(table, child) !== Kind.other && child !== body && child !== first,
  );
  const iterable = summariseExpression(builder, childIn(table, first, 'right'));
  const isAsync = is(table, first + 1, 'async');
  const iterate = () => builder.addEvent({ kind: 'iterate', value: iterable, isAsync, place: builder.place });
  let element = UNKNOWN;
  const runsHere = type !== 'generator';
  if (runsHere) iterate();
  const values = [iterable];
  const visit = (): void => {
    if (!runsHere) iterate();
    builder.at({ loopDepth: builder.place.loopDepth + 1, isInComprehension: true }, () => {
      bindTarget(builder, childIn(table, first, 'left'), { kind: 'iterate', value: iterable, isAsync });
      through(builder, clauses, values, () => {
        element = type === 'dict' ? pair(builder, body) : summariseExpression(builder, body);
      });
    });
  };
  const scope = builder.inScope('comprehension', '<comprehension>', span, span, { runsHere, isAsync }, (open) => {
    open.isGenerator = type === 'generator';
    withHotLoop(builder, node, () => values.map((value) => ({ kind: 'each', value })), visit);
  });
  return builder.addExpression({ kind: 'comprehension', type, scope, element, ...span });
}

/** Runs `visit` behind `clauses`: a filter decides what happens behind it. What they iterate is added to `values`. */
function through(builder: Builder, clauses: readonly Node[], values: ExpressionId[], visit: () => void): void {
  const { table } = builder;
  const [clause, ...rest] = clauses;
  if (clause === undefined) {
    visit();
  } else if (is(table, clause, 'for_in_clause')) {
    values.push(laterClause(builder, clause));
    through(builder, rest, values, visit);
  } else if (is(table, clause, 'if_clause')) {
    summariseCondition(builder, clause + 1);
    const { whenTrue } = conditionAt(builder, clause + 1);
    enter(builder, whenTrue);
    builder.under(whenTrue.guards, () => through(builder, rest, values, visit));
  } else {
    summariseExpression(builder, clause);
    through(builder, rest, values, visit);
  }
}

function laterClause(builder: Builder, clause: Node): ExpressionId {
  const { table } = builder;
  const value = summariseExpression(builder, childIn(table, clause, 'right'));
  const isAsync = is(table, clause + 1, 'async');
  builder.addEvent({ kind: 'iterate', value, isAsync, place: builder.place });
  bindTarget(builder, childIn(table, clause, 'left'), { kind: 'iterate', value, isAsync });
  return value;
}

/** `key: value` of a dict comprehension, as a tuple. */
function pair(builder: Builder, node: Node): ExpressionId {
  const { table } = builder;
  const items = [childIn(table, node, 'key'), childIn(table, node, 'value')].map((part) =>
    summariseExpression(builder, part),
  );
  return builder.addExpression({ kind: 'sequence', type: 'tuple', items, ...spanOf(builder, node) });
}
