/** Narrowing: what a test of its type says of a name, on the side where it holds and on the other. */
import { Kind } from '../syntax/kinds.ts';
import { childIn, childrenOf, is, kindOf, NO_NODE, type Node, type SyntaxTable, textOf } from '../syntax/table.ts';
import { summariseAnnotation } from './annotations.ts';
import type { Builder } from './builder.ts';
import { spanOf } from './expressions.ts';
import { opposite, type Sides } from './guards.ts';
import { type BindingId, type ExpressionId, UNKNOWN } from './model.ts';

/** `isinstance(name, type)` holds, or it does not. */
export interface TypeTest {
  readonly name: Node;
  readonly type: Node;
  readonly holds: boolean;
}

const NOTHING: Sides<readonly TypeTest[]> = { whenTrue: [], whenFalse: [] };

/** The tests of types in the condition at `node`. */
export function typeTestsOf(table: SyntaxTable, node: Node): Sides<readonly TypeTest[]> {
  switch (node === NO_NODE ? Kind.other : kindOf(table, node)) {
    case Kind.parenthesized_expression:
      return typeTestsOf(table, node + 1);
    case Kind.not_operator:
      return opposite(typeTestsOf(table, childIn(table, node, 'argument')));
    case Kind.boolean_operator: {
      const left = typeTestsOf(table, childIn(table, node, 'left'));
      const right = typeTestsOf(table, childIn(table, node, 'right'));
      return textOf(table, childIn(table, node, 'operator')) === 'and'
        ? { whenTrue: [...left.whenTrue, ...right.whenTrue], whenFalse: [] }
        : { whenTrue: [], whenFalse: [...left.whenFalse, ...right.whenFalse] };
    }
    case Kind.call: {
      if (textOf(table, childIn(table, node, 'function')) !== 'isinstance') return NOTHING;
      const [name = NO_NODE, type = NO_NODE] = childrenOf(table, childIn(table, node, 'arguments'));
      if (name === NO_NODE || type === NO_NODE || !is(table, name, 'identifier')) return NOTHING;
      return { whenTrue: [{ name, type, holds: true }], whenFalse: [{ name, type, holds: false }] };
    }
    default:
      return NOTHING;
  }
}

/** From here on, in this branch of the flow, the name is what `test` says. */
export function narrow(builder: Builder, test: TypeTest): void {
  const { table } = builder;
  const name = textOf(table, test.name);
  const tested = membersOf(table, test.type);
  if (test.holds) {
    builder.declared.set(narrowTo(builder, name, test.name, summariseAnnotation(builder, test.type)), tested);
    return;
  }
  const declared = declaredAs(builder, name);
  const ruledOut = new Set(tested.map((type) => textOf(table, type)));
  const left = declared.filter((type) => !ruledOut.has(withoutArguments(textOf(table, type))));
  if (left.length === declared.length || left.length === 0) return;
  const items = left.map((type) => summariseAnnotation(builder, type));
  const span = spanOf(builder, test.name);
  const [one = UNKNOWN] = items;
  const type = items.length === 1 ? one : builder.addExpression({ kind: 'sequence', type: 'tuple', items, ...span });
  builder.declared.set(narrowTo(builder, name, test.name, type), left);
}

/** The types that `name` may have here; none where that is not known. */
function declaredAs(builder: Builder, name: string): readonly Node[] {
  const types = builder.environment.reaching(name).map((id) => builder.declared.get(id));
  const byText = new Map(types.flatMap((each = []) => each).map((type) => [textOf(builder.table, type), type]));
  return types.includes(undefined) ? [] : [...byText.values()];
}

function narrowTo(builder: Builder, name: string, node: Node, type: ExpressionId): BindingId {
  return builder.narrow(name, spanOf(builder, node), type);
}

/** `list[str]` is tested as `list`. */
function withoutArguments(type: string): string {
  return type.split('[', 1)[0] ?? type;
}

/** Remembers what `binding` is annotated as, so that a test can rule out one of several types. */
export function declareAs(builder: Builder, binding: BindingId, annotation: Node): void {
  if (annotation === NO_NODE) return;
  const types = membersOf(builder.table, annotation);
  if (types.length > 1) builder.declared.set(binding, types);
}

/** The types that an annotation, or the second argument of `isinstance`, is a choice of. */
function membersOf(table: SyntaxTable, node: Node): readonly Node[] {
  switch (kindOf(table, node)) {
    case Kind.type:
    case Kind.parenthesized_expression:
      return membersOf(table, node + 1);
    case Kind.union_type:
    case Kind.binary_operator:
      return childrenOf(table, node)
        .filter((child) => kindOf(table, child) !== Kind.other)
        .flatMap((child) => membersOf(table, child));
    case Kind.tuple:
      return childrenOf(table, node).flatMap((child) => membersOf(table, child));
    case Kind.generic_type:
    case Kind.subscript: {
      const [origin = NO_NODE, ...rest] = childrenOf(table, node);
      const isUnion = /^(?:\w+\.)?(?:Union|Optional)$/.test(textOf(table, origin));
      if (!isUnion) return [node];
      const [first = NO_NODE] = rest;
      const types = is(table, first, 'type_parameter') ? childrenOf(table, first) : rest;
      return types.flatMap((type) => membersOf(table, type));
    }
    default:
      return [node];
  }
}
