/** Binds assignment targets: names, unpacked tuples, starred names, and the attributes of `self`. */
import { Kind } from '../syntax/kinds.ts';
import { childIn, childrenOf, endOf, is, kindOf, NO_NODE, type Node, startOf, textOf } from '../syntax/table.ts';
import type { Builder } from './builder.ts';
import { spanOf, summariseExpression } from './expressions.ts';
import { type BoundValue, type ExpressionId, UNKNOWN } from './model.ts';

/** What is being bound, before it is known which part of it a name gets. */
export type Source =
  | { readonly kind: 'assign'; readonly value: ExpressionId; readonly annotation: ExpressionId }
  | { readonly kind: 'iterate' | 'enter'; readonly value: ExpressionId; readonly isAsync: boolean }
  | { readonly kind: 'unknown' };

/** The path to all of a value: most names get that, and share it. */
const WHOLE: readonly number[] = [];

/** Binds every name in the target at `node` to its part of `source`. */
export function bindTarget(builder: Builder, node: Node, source: Source, path: readonly number[] = WHOLE): void {
  if (node === NO_NODE) return;
  const { table } = builder;
  switch (kindOf(table, node)) {
    case Kind.identifier:
      builder.bind(textOf(table, node), spanOf(builder, node), part(source, path));
      return;
    case Kind.pattern_list:
    case Kind.tuple_pattern:
    case Kind.list_pattern:
    case Kind.tuple:
    case Kind.list:
    case Kind.expression_list:
      unpack(builder, node, source, path);
      return;
    case Kind.list_splat_pattern:
    case Kind.list_splat:
      bindTarget(builder, node + 1, { kind: 'unknown' });
      return;
    case Kind.parenthesized_expression:
    case Kind.as_pattern_target:
      bindTarget(builder, node + 1, source, path);
      return;
    case Kind.attribute:
      bindAttribute(builder, node, source, path);
      return;
    default:
      summariseExpression(builder, node);
  }
}

function unpack(builder: Builder, node: Node, source: Source, path: readonly number[]): void {
  const targets = childrenOf(builder.table, node);
  const star = targets.findIndex(
    (target) => is(builder.table, target, 'list_splat_pattern') || is(builder.table, target, 'list_splat'),
  );
  targets.forEach((target, index) => {
    const isBehindStar = star !== -1 && index >= star;
    bindTarget(builder, target, isBehindStar ? { kind: 'unknown' } : source, [...path, index]);
  });
}

function part(source: Source, path: readonly number[]): BoundValue {
  return source.kind === 'unknown' ? source : { path, ...source };
}

/** `self.x = value` tells what the attribute of the class's instances holds; any other attribute is only evaluated. */
function bindAttribute(builder: Builder, node: Node, source: Source, path: readonly number[]): void {
  const { table } = builder;
  const object = childIn(table, node, 'object');
  const method = builder.enclosingMethod();
  summariseExpression(builder, object);
  if (method === null || !is(table, object, 'identifier') || textOf(table, object) !== method.receiver) return;
  const isWhole = source.kind === 'assign' && path.length === 0;
  method.classScope.attributes.push({
    name: textOf(table, childIn(table, node, 'attribute')),
    value: isWhole ? source.value : UNKNOWN,
    annotation: isWhole ? source.annotation : UNKNOWN,
  });
}

/** Every name that a `match` pattern captures, and the value patterns' names as loads. */
export function bindCaptures(builder: Builder, pattern: Node): void {
  const { table } = builder;
  const end = table.next[pattern] ?? pattern;
  for (let node = pattern; node < end; node++) {
    const isCapture = kindOf(table, node) === Kind.identifier && !isPartOfName(builder, pattern, node);
    if (isCapture)
      builder.bind(textOf(table, node), { start: startOf(table, node), end: endOf(table, node) }, { kind: 'unknown' });
  }
}

/** In `case Color.RED` and `case Point(x=0)` the dotted names, class names and keywords capture nothing. */
function isPartOfName(builder: Builder, pattern: Node, node: Node): boolean {
  const { table } = builder;
  for (let at = pattern; at < node; at++) {
    if ((table.next[at] ?? 0) <= node) continue;
    const kind = kindOf(table, at);
    if (kind === Kind.keyword_pattern && at + 1 === node) return true;
    if (kind === Kind.dotted_name) {
      return childrenOf(table, at).length > 1 || isClassName(builder, pattern, at);
    }
  }
  return false;
}

function isClassName(builder: Builder, pattern: Node, name: Node): boolean {
  for (let at = pattern; at < name; at++) {
    if (kindOf(builder.table, at) === Kind.class_pattern && at + 1 === name) return true;
  }
  return false;
}
