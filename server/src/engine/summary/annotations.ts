/**
 * Summarises annotations as expressions: `X | None` is a `binary`, `Optional[X]` a `subscript`. Nothing in an annotation runs.
 * A quoted annotation is read as if it were not quoted.
 */
import { Kind } from '../syntax/kinds.ts';
import { childIn, childrenOf, is, kindOf, NO_NODE, type Node, textOf } from '../syntax/table.ts';
import type { Builder } from './builder.ts';
import { spanOf } from './expressions.ts';
import { type ExpressionId, type Span, UNKNOWN } from './model.ts';
import { readAnnotation } from './quoted.ts';

/** The annotation at `node`, a `type` node or any expression in one. */
export function summariseAnnotation(builder: Builder, node: Node): ExpressionId {
  return builder.deeper(() => visit(builder, node), UNKNOWN);
}

function visit(builder: Builder, node: Node): ExpressionId {
  if (node === NO_NODE) return UNKNOWN;
  const { table } = builder;
  const span = spanOf(builder, node);
  switch (kindOf(table, node)) {
    case Kind.type:
    case Kind.parenthesized_expression:
      return summariseAnnotation(builder, node + 1);
    case Kind.identifier:
      return builder.load(textOf(table, node), span);
    case Kind.none:
      return builder.addExpression({ kind: 'literal', type: 'none', value: null, ...span });
    case Kind.attribute: {
      const object = summariseAnnotation(builder, childIn(table, node, 'object'));
      return builder.addExpression({
        kind: 'attribute',
        object,
        name: textOf(table, childIn(table, node, 'attribute')),
        ...span,
      });
    }
    case Kind.member_type: {
      const [object = NO_NODE, member = NO_NODE] = childrenOf(table, node);
      return builder.addExpression({
        kind: 'attribute',
        object: summariseAnnotation(builder, object),
        name: textOf(table, member),
        ...span,
      });
    }
    case Kind.dotted_name:
      return dotted(builder, textOf(table, node), span);
    case Kind.generic_type:
    case Kind.subscript:
      return generic(builder, node, span);
    case Kind.union_type:
    case Kind.binary_operator: {
      const [left = NO_NODE, right = NO_NODE] = childrenOf(table, node).filter(
        (child) => kindOf(table, child) !== Kind.other,
      );
      const sides = { left: summariseAnnotation(builder, left), right: summariseAnnotation(builder, right) };
      return builder.addExpression({ kind: 'binary', operator: '|', ...sides, ...span });
    }
    case Kind.tuple: {
      const items = childrenOf(table, node).map((child) => summariseAnnotation(builder, child));
      return builder.addExpression({ kind: 'sequence', type: 'tuple', items, ...span });
    }
    case Kind.list: {
      const items = childrenOf(table, node).map((child) => summariseAnnotation(builder, child));
      return builder.addExpression({ kind: 'sequence', type: 'list', items, ...span });
    }
    case Kind.string:
      return quoted(builder, node);
    default:
      return UNKNOWN;
  }
}

/** `Optional[X]`, `dict[str, X]`: several arguments become a tuple, as in the language. */
function generic(builder: Builder, node: Node, span: Span): ExpressionId {
  const { table } = builder;
  const [origin = NO_NODE, ...rest] = childrenOf(table, node);
  const object = summariseAnnotation(builder, origin);
  const nodes = is(table, rest[0] ?? NO_NODE, 'type_parameter') ? childrenOf(table, rest[0] ?? NO_NODE) : rest;
  const items = nodes.map((item) => summariseAnnotation(builder, item));
  const [only = UNKNOWN] = items;
  const index = items.length === 1 ? only : builder.addExpression({ kind: 'sequence', type: 'tuple', items, ...span });
  return builder.addExpression({ kind: 'subscript', object, index, ...span });
}

function quoted(builder: Builder, node: Node): ExpressionId {
  const text = /^[rRuU]?("""|'''|"|')(.*)\1$/s.exec(textOf(builder.table, node))?.[2];
  return text === undefined ? UNKNOWN : readAnnotation(builder, text, spanOf(builder, node));
}

function dotted(builder: Builder, text: string, span: Span): ExpressionId {
  const [first = '', ...members] = text.split('.');
  return members.reduce(
    (object, name) => builder.addExpression({ kind: 'attribute', object, name, ...span }),
    builder.load(first, span),
  );
}
