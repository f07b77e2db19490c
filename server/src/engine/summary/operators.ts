/** Summarises operators and comparisons: which special methods of their operands they run. */
import { childIn, childrenIn, type Node, startOf, textOf } from '../syntax/table.ts';
import type { Builder } from './builder.ts';
import { conditionAt, expressionOn, summariseCondition } from './conditions.ts';
import { literal, spanOf, summariseExpression } from './expressions.ts';
import { type ExpressionId, UNKNOWN } from './model.ts';

/** `a or b` gives one of the two. That it asks `a` whether it is true is left out: 4 of 100 events would be that. */
export function booleanOperator(builder: Builder, node: Node): ExpressionId {
  const { table } = builder;
  const condition = childIn(table, node, 'left');
  const left = summariseExpression(builder, condition);
  const { whenTrue, whenFalse } = conditionAt(builder, condition);
  const isAnd = textOf(table, childIn(table, node, 'operator')) === 'and';
  const right = expressionOn(builder, isAnd ? whenTrue : whenFalse, childIn(table, node, 'right'));
  return builder.addExpression({ kind: 'choice', options: [left, right], ...spanOf(builder, node) });
}

export function notOperator(builder: Builder, node: Node): ExpressionId {
  summariseCondition(builder, childIn(builder.table, node, 'argument'));
  return UNKNOWN;
}

export function binaryOperator(builder: Builder, node: Node): ExpressionId {
  const { table } = builder;
  const left = summariseExpression(builder, childIn(table, node, 'left'));
  const right = summariseExpression(builder, childIn(table, node, 'right'));
  const operator = textOf(table, childIn(table, node, 'operator'));
  const method = OPERATORS.get(operator);
  if (method !== undefined) builder.addImplicit({ kind: 'implicit', value: left, method: `__${method}__` });
  // A literal leaves what it does not know to the other side; text formats it.
  const first = builder.expression(left);
  if (method !== undefined && first?.kind === 'literal') {
    const isFormatted = first.type === 'str' && operator === '%';
    builder.addImplicit({ kind: 'implicit', value: right, method: isFormatted ? '__str__' : `__r${method}__` });
  }
  return builder.addExpression({ kind: 'binary', operator, left, right, ...spanOf(builder, node) });
}

export function unaryOperator(builder: Builder, node: Node): ExpressionId {
  const { table } = builder;
  const operand = summariseExpression(builder, childIn(table, node, 'argument'));
  const operator = table.text[startOf(table, node)] ?? '';
  const value = builder.expression(operand);
  if (value?.kind === 'literal' && typeof value.value === 'number' && operator === '-') {
    return literal(builder, node, value.type === 'float' ? 'float' : 'int', -Number(value.value));
  }
  const method = UNARY_OPERATORS.get(operator);
  if (method !== undefined) builder.addImplicit({ kind: 'implicit', value: operand, method });
  return UNKNOWN;
}

/**
 * `value in container` asks the container, `a < b` the left side. What has an order or equality of its own is compared with its
 * like: comparisons with a literal are left out, which are most.
 */
export function comparison(builder: Builder, node: Node): ExpressionId {
  const { table } = builder;
  const operands = childrenIn(table, node, 'none').map((child) => summariseExpression(builder, child));
  const operators = childrenIn(table, node, 'operators').map((child) => textOf(table, child));
  operators.forEach((operator, index) => {
    const isIn = /^(?:not\s+)?in$/.test(operator);
    const method = isIn ? '__contains__' : COMPARISONS.get(operator);
    const [left = UNKNOWN, right = UNKNOWN] = operands.slice(index);
    const isWorth = isIn || builder.expression(right)?.kind !== 'literal';
    const value = isIn ? right : left;
    if (method !== undefined && isWorth) builder.addImplicit({ kind: 'implicit', value, method });
  });
  return UNKNOWN;
}

/** `a += b` at `node`, an augmented assignment to the name `left`. */
export function inPlace(builder: Builder, node: Node, left: ExpressionId): void {
  const operator = textOf(builder.table, childIn(builder.table, node, 'operator')).slice(0, -1);
  const method = OPERATORS.get(operator);
  if (method !== undefined) builder.addImplicit({ kind: 'implicit', value: left, method: `__i${method}__` });
}

const OPERATORS = new Map([
  ['+', 'add'],
  ['-', 'sub'],
  ['*', 'mul'],
  ['/', 'truediv'],
  ['//', 'floordiv'],
  ['%', 'mod'],
  ['**', 'pow'],
  ['@', 'matmul'],
  ['|', 'or'],
  ['&', 'and'],
  ['^', 'xor'],
  ['<<', 'lshift'],
  ['>>', 'rshift'],
]);

const UNARY_OPERATORS = new Map([
  ['-', '__neg__'],
  ['+', '__pos__'],
  ['~', '__invert__'],
]);

const COMPARISONS = new Map([
  ['==', '__eq__'],
  ['!=', '__ne__'],
  ['<', '__lt__'],
  ['<=', '__le__'],
  ['>', '__gt__'],
  ['>=', '__ge__'],
]);
