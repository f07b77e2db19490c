/** Whether a part of a statement can be worked out before the statement: nothing with an effect comes before it, and it always runs. */
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
const CONDITIONAL = new Set<number>([Kind.lambda, Kind.yield, Kind.elif_clause]);

/** Nodes of which only the first part is evaluated for certain. */
const FIRST_ONLY = new Set<number>([Kind.boolean_operator, Kind.comparison_operator]);

const COMPREHENSIONS = new Set<number>([
  Kind.list_comprehension,
  Kind.set_comprehension,
  Kind.dictionary_comprehension,
  Kind.generator_expression,
]);

/** Statements whose first expression is evaluated once, when the statement starts. */
const STATEMENTS = new Set<number>([
  Kind.expression_statement,
  Kind.return_statement,
  Kind.raise_statement,
  Kind.if_statement,
  Kind.for_statement,
]);

/** Whether the last node of `path`, which starts with a statement, is the first thing with an effect that the statement does. */
export function comesFirst(table: SyntaxTable, path: readonly Node[]): boolean {
  const [statement = 0] = path;
  if (!STATEMENTS.has(kindOf(table, statement))) return false;
  return path.slice(0, -1).every((node, depth) => isFirstIn(table, node, path[depth + 1] ?? 0));
}

/** Whether `node` evaluates its part `next` for certain, and nothing with an effect before. */
function isFirstIn(table: SyntaxTable, node: Node, next: Node): boolean {
  const kind = kindOf(table, node);
  if (CONDITIONAL.has(kind)) return false;
  if (FIRST_ONLY.has(kind)) return childrenOf(table, node)[0] === next;
  if (COMPREHENSIONS.has(kind)) return childOfKind(table, node, 'for_in_clause') === next;
  // `a if condition else b`.
  if (kind === Kind.conditional_expression) return childrenOf(table, node)[1] === next;
  if (kind === Kind.if_statement) return childIn(table, node, 'condition') === next;
  // What is assigned to is evaluated last.
  if (is(table, node, 'assignment') || is(table, node, 'for_in_clause') || is(table, node, 'for_statement'))
    return childIn(table, node, 'right') === next;
  return childrenOf(table, node)
    .filter((child) => child < next)
    .every((child) => !hasEffects(table, child));
}

function hasEffects(table: SyntaxTable, node: Node): boolean {
  return (['call', 'await', 'yield', 'named_expression'] as const).some(
    (kind) => is(table, node, kind) || contains(table, node, kind),
  );
}
