/** What is evaluated first in a statement: whether a part of it can be worked out before the rest. */
import { Kind } from '../../syntax/kinds.ts';
import {
  childIn,
  childOfKind,
  childrenOf,
  contains,
  is,
  kindOf,
  type Node,
  type SyntaxTable,
} from '../../syntax/table.ts';

/** Nodes whose parts need not all be evaluated, or not once. */
const CONDITIONAL = new Set<number>([
  Kind.conditional_expression,
  Kind.lambda,
  Kind.augmented_assignment,
  Kind.yield,
  Kind.while_statement,
  Kind.elif_clause,
]);

/** Nodes of which only the first part is evaluated for certain. */
const FIRST_ONLY = new Set<number>([Kind.boolean_operator, Kind.comparison_operator]);

const COMPREHENSIONS = new Set<number>([
  Kind.list_comprehension,
  Kind.set_comprehension,
  Kind.dictionary_comprehension,
  Kind.generator_expression,
]);

/** Whether nothing that could have an effect is evaluated before the end of `path`, which starts with the statement. */
export function comesFirst(table: SyntaxTable, path: readonly Node[]): boolean {
  return path.slice(0, -1).every((node, depth) => isFirstIn(table, node, path[depth + 1] ?? 0));
}

/** Whether `node` evaluates its part `next` for certain, and nothing with an effect before. */
function isFirstIn(table: SyntaxTable, node: Node, next: Node): boolean {
  const kind = kindOf(table, node);
  if (CONDITIONAL.has(kind)) return false;
  if (FIRST_ONLY.has(kind)) return childrenOf(table, node)[0] === next;
  if (COMPREHENSIONS.has(kind)) return childOfKind(table, node, 'for_in_clause') === next;
  // What is assigned to is evaluated last.
  const isTarget =
    is(table, node, 'assignment') || is(table, node, 'for_in_clause') || is(table, node, 'for_statement');
  if (isTarget) return childIn(table, node, 'right') === next;
  return childrenOf(table, node)
    .filter((child) => child < next)
    .every((child) => !hasEffects(table, child));
}

function hasEffects(table: SyntaxTable, node: Node): boolean {
  return (['call', 'await', 'yield', 'named_expression'] as const).some(
    (kind) => is(table, node, kind) || contains(table, node, kind),
  );
}
