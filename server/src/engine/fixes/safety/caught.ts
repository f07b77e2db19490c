/** Which exceptions the code around a place catches: what a fix must not raise others in the place of. */
import { childIn, childOfKind, childrenOf, is, type Node } from '../../syntax/table.ts';
import { answerAt, type Site } from '../site.ts';

/** The qualified names, as far as they are known, of what the `except` clauses around `site` name, in its own function. */
export function caughtAround(site: Site): readonly string[] {
  const { table, path } = site;
  const first = path.findLastIndex((node) => is(table, node, 'function_definition'));
  const around = path.filter((node, depth) => {
    const isTried = is(table, node, 'try_statement') && childIn(table, node, 'body') === path[depth + 1];
    return isTried && depth > first;
  });
  return around
    .flatMap((statement) => childrenOf(table, statement).filter((child) => is(table, child, 'except_clause')))
    .flatMap((clause) => exceptionsOf(clause))
    .flatMap((node) => answerAt(site, node).types.flatMap((type) => (type.kind === 'external' ? [type.name] : [])));

  function exceptionsOf(clause: Node): Node[] {
    const block = childOfKind(table, clause, 'block');
    return childrenOf(table, clause)
      .filter((child) => child !== block && child !== childIn(table, clause, 'alias'))
      .map((child) => (is(table, child, 'as_pattern') ? (childrenOf(table, child)[0] ?? child) : child))
      .flatMap((node) =>
        is(table, node, 'tuple') || is(table, node, 'expression_list') ? childrenOf(table, node) : [node],
      );
  }
}
