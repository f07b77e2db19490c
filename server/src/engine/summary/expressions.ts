/**
 * Summarises expressions: names, attributes, calls and the few shapes through which values flow. Everything else becomes
 * `unknown`, but is walked, for the calls inside it happen all the same.
 */
import { Field, Kind } from '../syntax/kinds.ts';
import {
  childIn,
  childOfKind,
  childrenIn,
  childrenOf,
  endOf,
  is,
  kindOf,
  NO_NODE,
  type Node,
  type SyntaxTable,
  startOf,
  textOf,
} from '../syntax/table.ts';
import type { Builder } from './builder.ts';
import { summariseComprehension } from './comprehensions.ts';
import { conditionAt, expressionOn, summariseCondition } from './conditions.ts';
import { summariseLambda } from './functions.ts';
import { type Argument, type ExpressionId, type Span, UNKNOWN } from './model.ts';
import { binaryOperator, booleanOperator, comparison, notOperator, unaryOperator } from './operators.ts';

/** Literals longer than this are kept without their value. */
const MAX_LITERAL = 200;

type Visit = (builder: Builder, node: Node) => ExpressionId;

const VISITS = new Map<number, Visit>([
  [Kind.identifier, (builder, node) => builder.load(textOf(builder.table, node), spanOf(builder, node))],
  [Kind.attribute, (builder, node) => attribute(builder, node, false)],
  [Kind.call, (builder, node) => call(builder, node)],
  [Kind.await, awaited],
  [Kind.subscript, (builder, node) => summariseSubscript(builder, node, '__getitem__')],
  [Kind.lambda, summariseLambda],
  [Kind.parenthesized_expression, (builder, node) => summariseExpression(builder, node + 1)],
  [Kind.conditional_expression, conditional],
  [Kind.boolean_operator, booleanOperator],
  [Kind.binary_operator, binaryOperator],
  [Kind.named_expression, walrus],
  [Kind.tuple, (builder, node) => sequence(builder, node, 'tuple')],
  [Kind.expression_list, (builder, node) => sequence(builder, node, 'tuple')],
  [Kind.list, (builder, node) => sequence(builder, node, 'list')],
  [Kind.set, (builder, node) => sequence(builder, node, 'set')],
  [Kind.dictionary, dictionary],
  [Kind.list_comprehension, (builder, node) => summariseComprehension(builder, node, 'list')],
  [Kind.set_comprehension, (builder, node) => summariseComprehension(builder, node, 'set')],
  [Kind.dictionary_comprehension, (builder, node) => summariseComprehension(builder, node, 'dict')],
  [Kind.generator_expression, (builder, node) => summariseComprehension(builder, node, 'generator')],
  [Kind.string, string],
  [Kind.concatenated_string, concatenated],
  [Kind.integer, number],
  [
    Kind.float,
    (builder, node) => literal(builder, node, 'float', Number(textOf(builder.table, node).replaceAll('_', ''))),
  ],
  [Kind.true, (builder, node) => literal(builder, node, 'bool', true)],
  [Kind.false, (builder, node) => literal(builder, node, 'bool', false)],
  [Kind.none, (builder, node) => literal(builder, node, 'none', null)],
  [Kind.unary_operator, unaryOperator],
  [Kind.not_operator, notOperator],
  [Kind.comparison_operator, comparison],
  [Kind.interpolation, interpolation],
  [Kind.list_splat, spread],
  [Kind.yield, yielded],
]);

/** Summarises the expression at `node`; NO_NODE and comments give UNKNOWN. */
export function summariseExpression(builder: Builder, node: Node): ExpressionId {
  if (node === NO_NODE) return UNKNOWN;
  const visit = VISITS.get(kindOf(builder.table, node)) ?? opaque;
  return builder.deeper(() => visit(builder, node), UNKNOWN);
}

export function spanOf(builder: Builder, node: Node): Span {
  return { start: startOf(builder.table, node), end: endOf(builder.table, node) };
}

/** An expression whose value is not followed; what is inside it still runs. */
function opaque(builder: Builder, node: Node): ExpressionId {
  for (const child of childrenOf(builder.table, node)) summariseExpression(builder, child);
  return UNKNOWN;
}

function attribute(builder: Builder, node: Node, isCallee: boolean): ExpressionId {
  const { table } = builder;
  const object = summariseExpression(builder, withoutStar(table, childIn(table, node, 'object')));
  const name = textOf(table, childIn(table, node, 'attribute'));
  const id = builder.addExpression({ kind: 'attribute', object, name, ...spanOf(builder, node) });
  if (!isCallee) builder.addImplicit({ kind: 'attribute', value: id });
  return id;
}

/** What a statement of its own evaluates. */
export function summariseDiscarded(builder: Builder, node: Node): void {
  if (is(builder.table, node, 'call')) builder.deeper(() => call(builder, node, { isDiscarded: true }), UNKNOWN);
  else summariseExpression(builder, node);
}

function call(
  builder: Builder,
  node: Node,
  { isAwaited = false, isDiscarded = false }: { readonly isAwaited?: boolean; readonly isDiscarded?: boolean } = {},
): ExpressionId {
  const { table } = builder;
  const called = withoutStar(table, childIn(table, node, 'function'));
  const callee = is(table, called, 'attribute')
    ? builder.deeper(() => attribute(builder, called, true), UNKNOWN)
    : summariseExpression(builder, called);
  const list = childIn(table, node, 'arguments');
  const args = is(table, list, 'generator_expression')
    ? [{ value: summariseExpression(builder, list), keyword: null, isSpread: false }]
    : childrenOf(table, list).map((child) => argument(builder, child));
  const use = { isAwaited, isDiscarded };
  const id = builder.addExpression({ kind: 'call', callee, arguments: args, ...use, ...spanOf(builder, node) });
  builder.addEvent({ kind: 'call', call: id, place: builder.place });
  return id;
}

function argument(builder: Builder, node: Node): Argument {
  const { table } = builder;
  switch (kindOf(table, node)) {
    case Kind.keyword_argument: {
      const value = summariseExpression(builder, childIn(table, node, 'value'));
      return { value, keyword: textOf(table, childIn(table, node, 'name')), isSpread: false };
    }
    case Kind.list_splat: {
      const value = summariseExpression(builder, node + 1);
      builder.addEvent({ kind: 'iterate', value, isAsync: false, place: builder.place });
      return { value, keyword: null, isSpread: true };
    }
    case Kind.dictionary_splat:
      return { value: summariseExpression(builder, node + 1), keyword: null, isSpread: true };
    default:
      return { value: summariseExpression(builder, node), keyword: null, isSpread: false };
  }
}

function awaited(builder: Builder, node: Node): ExpressionId {
  const { table } = builder;
  builder.awaits();
  let inner = childrenOf(table, node)[0] ?? NO_NODE;
  while (is(table, inner, 'parenthesized_expression')) inner += 1;
  const value = is(table, inner, 'call')
    ? call(builder, inner, { isAwaited: true })
    : summariseExpression(builder, inner);
  return builder.addExpression({ kind: 'await', value, ...spanOf(builder, node) });
}

/** `object[index]`, where the special method `method` of the object reads, sets or deletes the item. */
export function summariseSubscript(builder: Builder, node: Node, method: string): ExpressionId {
  const { table } = builder;
  const object = summariseExpression(builder, withoutStar(table, childIn(table, node, 'value')));
  const indexes = childrenIn(table, node, 'subscript').map((child) => summariseExpression(builder, child));
  builder.addImplicit({ kind: 'implicit', value: object, method });
  return builder.addExpression({ kind: 'subscript', object, index: indexes[0] ?? UNKNOWN, ...spanOf(builder, node) });
}

function conditional(builder: Builder, node: Node): ExpressionId {
  const [then = NO_NODE, condition = NO_NODE, otherwise = NO_NODE] = childrenOf(builder.table, node);
  summariseCondition(builder, condition);
  const { whenTrue, whenFalse } = conditionAt(builder, condition);
  const options = [expressionOn(builder, whenTrue, then), expressionOn(builder, whenFalse, otherwise)];
  return builder.addExpression({ kind: 'choice', options, ...spanOf(builder, node) });
}

function walrus(builder: Builder, node: Node): ExpressionId {
  const { table } = builder;
  const name = childIn(table, node, 'name');
  const value = summariseExpression(builder, childIn(table, node, 'value'));
  builder.bindOutsideComprehensions(textOf(table, name), spanOf(builder, name), {
    kind: 'assign',
    value,
    annotation: UNKNOWN,
    path: [],
  });
  return value;
}

function sequence(builder: Builder, node: Node, type: 'tuple' | 'list' | 'set'): ExpressionId {
  const children = childrenOf(builder.table, node);
  const items = children.map((child) => {
    const item = summariseExpression(builder, child);
    if (!isStarred(builder.table, child)) return item;
    builder.addEvent({ kind: 'iterate', value: item, isAsync: false, place: builder.place });
    return UNKNOWN;
  });
  return builder.addExpression({ kind: 'sequence', type, items, ...spanOf(builder, node) });
}

/** In `[*f(x)]` the grammar binds the star to the name: a call of `*f`. What is meant is the star of what `f(x)` gives. */
function withoutStar(table: SyntaxTable, node: Node): Node {
  return is(table, node, 'list_splat') ? node + 1 : node;
}

function isStarred(table: SyntaxTable, node: Node): boolean {
  return !is(table, node, 'list_splat') && table.text[startOf(table, node)] === '*';
}

function dictionary(builder: Builder, node: Node): ExpressionId {
  const { table } = builder;
  const values: ExpressionId[] = [];
  for (const child of childrenOf(table, node)) {
    if (!is(table, child, 'pair')) {
      opaque(builder, child);
      values.push(UNKNOWN);
      continue;
    }
    summariseExpression(builder, childIn(table, child, 'key'));
    values.push(summariseExpression(builder, childIn(table, child, 'value')));
  }
  return builder.addExpression({ kind: 'mapping', values, ...spanOf(builder, node) });
}

function string(builder: Builder, node: Node): ExpressionId {
  const { table } = builder;
  const opening = childOfKind(table, node, 'string_start');
  const prefix = textOf(table, opening).toLowerCase();
  const braces = childOfKind(table, node, 'interpolation');
  if (braces !== NO_NODE) {
    opaque(builder, node);
    const text = table.text.slice(table.ends[opening], startOf(table, braces));
    return builder.addExpression({
      kind: 'literal',
      type: 'str',
      value: null,
      prefix: text.slice(0, MAX_LITERAL),
      ...spanOf(builder, node),
    });
  }
  if (prefix.includes('b')) return literal(builder, node, 'bytes', null);
  const content = childOfKind(table, node, 'string_content');
  const text = content === NO_NODE ? '' : textOf(table, content);
  const isPlain = !/[ft]/.test(prefix) && (prefix.includes('r') || !text.includes('\\'));
  return literal(builder, node, 'str', isPlain && text.length <= MAX_LITERAL ? text : null);
}

function concatenated(builder: Builder, node: Node): ExpressionId {
  opaque(builder, node);
  return literal(builder, node, 'str', null);
}

function number(builder: Builder, node: Node): ExpressionId {
  const value = Number(textOf(builder.table, node).replaceAll('_', ''));
  return literal(builder, node, 'int', Number.isFinite(value) ? value : null);
}

export function literal(
  builder: Builder,
  node: Node,
  type: 'str' | 'bytes' | 'int' | 'float' | 'bool' | 'none',
  value: string | number | boolean | null,
): ExpressionId {
  return builder.addExpression({ kind: 'literal', type, value, ...spanOf(builder, node) });
}

function yielded(builder: Builder, node: Node): ExpressionId {
  const { table } = builder;
  builder.running.isGenerator = true;
  const [child = NO_NODE] = childrenOf(table, node);
  const value = summariseExpression(builder, child);
  const isFrom =
    child !== NO_NODE && /^yield\s+from\b/.test(table.text.slice(startOf(table, node), startOf(table, child)));
  if (isFrom) builder.addEvent({ kind: 'iterate', value, isAsync: false, place: builder.place });
  else if (child !== NO_NODE && builder.environment.runs) builder.running.yields.push(value);
  return UNKNOWN;
}

/** `f"{value}"` formats the value, `f"{value!r}"` asks its representation. */
function interpolation(builder: Builder, node: Node): ExpressionId {
  const { table } = builder;
  const value = summariseExpression(builder, childIn(table, node, 'expression'));
  const conversion = /!([sra])[^!}]*\}?$/.exec(textOf(table, node))?.[1];
  builder.addImplicit({ kind: 'implicit', value, method: CONVERSIONS.get(conversion ?? '') ?? '__format__' });
  for (const child of childrenOf(table, node)) {
    if (table.fields[child] !== Field.expression) opaque(builder, child);
  }
  return UNKNOWN;
}

const CONVERSIONS = new Map([
  ['s', '__str__'],
  ['r', '__repr__'],
  ['a', '__repr__'],
]);

/** `*value` in a call or a display iterates the value. */
function spread(builder: Builder, node: Node): ExpressionId {
  const value = summariseExpression(builder, node + 1);
  builder.addEvent({ kind: 'iterate', value, isAsync: false, place: builder.place });
  return UNKNOWN;
}
