/** Binds targets of assignments and deletions: names, unpacked tuples, starred names, attributes and items. */
import { Kind } from '../syntax/kinds.ts';
import { childIn, childrenIn, childrenOf, is, kindOf, NO_NODE, type Node, textOf } from '../syntax/table.ts';
import type { Builder } from './builder.ts';
import { spanOf, summariseExpression, summariseSubscript } from './expressions.ts';
import { type AttributeWrite, type BoundValue, type ExpressionId, UNKNOWN } from './model.ts';
import type { OpenScope } from './open-scope.ts';

/** What is being bound, before it is known which part of it a name gets. */
export type Source =
  | { readonly kind: 'assign'; readonly value: ExpressionId; readonly annotation: ExpressionId }
  | { readonly kind: 'iterate' | 'enter'; readonly value: ExpressionId; readonly isAsync: boolean }
  | { readonly kind: 'unknown' };

/** What an attribute or item is set to. */
type Written = Pick<AttributeWrite, 'value' | 'annotation'>;

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
    case Kind.subscript:
      bindItem(builder, node, source, path);
      return;
    default:
      summariseExpression(builder, node);
  }
}

/** `del name`, `del object.name`, `del object[key]`. */
export function unbindTarget(builder: Builder, node: Node): void {
  const { table } = builder;
  switch (kindOf(table, node)) {
    case Kind.identifier:
      builder.bind(textOf(table, node), spanOf(builder, node), { kind: 'delete' });
      return;
    case Kind.attribute:
      changeAttribute(builder, node, '__delattr__');
      return;
    case Kind.subscript:
      summariseSubscript(builder, node, '__delitem__');
      return;
    default:
      summariseExpression(builder, node);
  }
}

/** Setting or deleting an attribute runs the setter of a property, or the method `method` of the object. Gives the attribute. */
function changeAttribute(builder: Builder, node: Node, method: '__setattr__' | '__delattr__'): ExpressionId {
  const { table } = builder;
  const object = summariseExpression(builder, childIn(table, node, 'object'));
  const name = textOf(table, childIn(table, node, 'attribute'));
  const value = builder.addExpression({ kind: 'attribute', object, name, ...spanOf(builder, node) });
  builder.addImplicit({ kind: 'implicit', value, method });
  return value;
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

/** `self.x = value` in a method is kept with its class, what is set on any other object with the module. */
function bindAttribute(builder: Builder, node: Node, source: Source, path: readonly number[]): void {
  const { table } = builder;
  const object = childIn(table, node, 'object');
  const method = enclosingMethod(builder);
  const target = changeAttribute(builder, node, '__setattr__');
  const name = textOf(table, childIn(table, node, 'attribute'));
  const written = writtenBy(builder, node, source, path);
  if (method !== null && is(table, object, 'identifier') && textOf(table, object) === method.receiver) {
    method.classScope.attributes.push({ name, ...written });
    return;
  }
  builder.addWrite({ target, ...written });
}

/** `app["db"] = value`: only under keys that may be constants. */
function bindItem(builder: Builder, node: Node, source: Source, path: readonly number[]): void {
  const { table } = builder;
  const target = summariseSubscript(builder, node, '__setitem__');
  const [key = NO_NODE] = childrenIn(table, node, 'subscript');
  const isConstant = CONSTANT_KEYS.has(kindOf(table, key));
  if (isConstant) builder.addWrite({ target, ...writtenBy(builder, node, source, path) });
}

const CONSTANT_KEYS = new Set<number>([Kind.string, Kind.identifier, Kind.attribute]);

function writtenBy(builder: Builder, node: Node, source: Source, path: readonly number[]): Written {
  if (source.kind === 'assign' && path.length === 0) return { value: source.value, annotation: source.annotation };
  return { value: partAsExpression(builder, node, source, path), annotation: UNKNOWN };
}

/** The class scope around the method at hand, with the name of its first parameter. */
function enclosingMethod(builder: Builder): { readonly classScope: OpenScope; readonly receiver: string } | null {
  const around = builder.scopesAround();
  const at = around.findIndex((scope) => scope.kind !== 'comprehension');
  const method = around[at];
  const owner = around[at + 1];
  const receiver = method?.parameters[0]?.name;
  if (method?.kind !== 'function' || owner?.kind !== 'class' || receiver === undefined) return null;
  const isStatic = method.decorators.some((id) => {
    const decorator = builder.expression(id);
    return decorator?.kind === 'name' && decorator.name === 'staticmethod';
  });
  return isStatic ? null : { classScope: owner, receiver };
}

/** The part of `source` that `path` picks: `x` in `self.a, self.b = x, y`, or else a name that nothing but this target has. */
function partAsExpression(builder: Builder, node: Node, source: Source, path: readonly number[]): ExpressionId {
  if (source.kind === 'unknown') return UNKNOWN;
  const display = source.kind === 'assign' ? builder.expression(source.value) : undefined;
  const [index = 0, ...deeper] = path;
  if (display?.kind === 'sequence' && deeper.length === 0) {
    // What stands behind a `*` is not counted.
    return display.items.slice(0, index).includes(UNKNOWN) ? UNKNOWN : (display.items[index] ?? UNKNOWN);
  }
  return builder.nameOf(textOf(builder.table, node), spanOf(builder, node), part(source, path));
}
