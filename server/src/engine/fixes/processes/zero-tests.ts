/**
 * Whether a number is only told apart from zero. `os.system` gives a wait status, which is not the exit code, but zero is zero
 * (docs.python.org/3/library/os#os.system).
 */
import { Kind } from '../../syntax/kinds.ts';
import {
  childIn,
  childrenIn,
  childrenOf,
  kindOf,
  type Node,
  pathTo,
  type SyntaxTable,
  textOf,
} from '../../syntax/table.ts';

/** Whether the text only asks if the value of `node` is zero. */
export function isZeroTest(table: SyntaxTable, node: Node): boolean {
  const path = pathTo(table, node);
  for (let depth = path.length - 2; depth > 0; depth--) {
    const [around, inner] = [path[depth] ?? 0, path[depth + 1] ?? 0];
    switch (kindOf(table, around)) {
      case Kind.parenthesized_expression:
      case Kind.boolean_operator:
        break;
      case Kind.not_operator:
        return true;
      case Kind.conditional_expression:
        // `a if condition else b`.
        return childrenOf(table, around)[1] === inner;
      case Kind.comparison_operator:
        return isComparisonWithZero(table, around);
      case Kind.if_statement:
      case Kind.elif_clause:
      case Kind.while_statement:
        return childIn(table, around, 'condition') === inner;
      default:
        return false;
    }
  }
  return false;
}

/** `x == 0`, `0 != x`. */
function isComparisonWithZero(table: SyntaxTable, comparison: Node): boolean {
  const [operator, ...others] = childrenIn(table, comparison, 'operators').map((each) => textOf(table, each));
  const isEquality = others.length === 0 && (operator === '==' || operator === '!=');
  return isEquality && childrenOf(table, comparison).some((each) => textOf(table, each) === '0');
}
