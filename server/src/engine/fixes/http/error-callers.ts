/** Whether others count on the errors that a function raises: its decorators, and handlers around its calls in the same file. */
import { childIn, childrenOf, is, type Node, nextOf, textOf } from '../../syntax/table.ts';
import type { Site } from '../site.ts';
import type { Conversion } from './conversion.ts';
import { errorsNamed } from './errors.ts';

/** What names an error of the source on behalf of the function around `site`, as written; null if nothing does. */
export function errorElsewhere(site: Site, conversion: Conversion): string | null {
  const { table, path } = site;
  if (conversion.source.hasSameErrors) return null;
  const depth = path.findLastIndex((node) => is(table, node, 'function_definition'));
  const [above, definition] = [path[depth - 1], path[depth]];
  if (definition === undefined || above === undefined) return null;
  const isOwn = (node: Node) =>
    errorsNamed(site, node)?.some((name) => name !== 'OSError' && name in conversion.errors);
  const inDecorators = is(table, above, 'decorated_definition')
    ? nodesWithin(site, above, definition).find((node) => isOwn(node))
    : undefined;
  if (inDecorators !== undefined) return textOf(table, inDecorators);
  const name = textOf(table, childIn(table, definition, 'name'));
  for (let node = 0; node < table.length; node++) {
    if (!is(table, node, 'try_statement') || (definition <= node && node < nextOf(table, definition))) continue;
    const body = childIn(table, node, 'body');
    if (
      !nodesWithin(site, body, nextOf(table, body)).some(
        (each) => is(table, each, 'identifier') && textOf(table, each) === name,
      )
    )
      continue;
    const clauses = childrenOf(table, node).filter((child) => is(table, child, 'except_clause'));
    const caught = clauses.flatMap((clause) =>
      nodesWithin(
        site,
        clause,
        childIn(table, clause, 'value') < 0 ? clause : nextOf(table, childIn(table, clause, 'value')),
      ),
    );
    const found = caught.find((each) => isOwn(each));
    if (found !== undefined) return textOf(table, found);
  }
  return null;
}

/** The names and attributes that start behind `from` and before `to`. */
function nodesWithin({ table }: Site, from: Node, to: Node): Node[] {
  const found: Node[] = [];
  for (let node = from + 1; node < to; node++) {
    if (is(table, node, 'identifier') || is(table, node, 'attribute')) found.push(node);
  }
  return found;
}
