/** Whether code runs where it stands. From syntax alone. */
import { Kind } from '../../syntax/kinds.ts';
import { kindOf, type Node, pathTo, type SyntaxTable } from '../../syntax/table.ts';

/** Kinds of nodes inside of which code runs at another time than where it stands, or could not await. */
const ELSEWHERE = new Set<number>([
  Kind.lambda,
  Kind.generator_expression,
  Kind.function_definition,
  Kind.class_definition,
  Kind.finally_clause,
]);

/** Whether `node` runs, and can await, where the statement `within` runs. */
export function runsWithin(table: SyntaxTable, within: Node, node: Node): boolean {
  const path = pathTo(table, node);
  return path.slice(path.indexOf(within)).every((each) => !ELSEWHERE.has(kindOf(table, each)));
}
