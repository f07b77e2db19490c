/** What is read of a finished process in the text: its output, its errors, its exit code. */
import { childIn, endOf, is, type Node, pathTo, type SyntaxTable, startOf, textOf } from '../../syntax/table.ts';
import { runsWithin } from '../safety/runs-within.ts';
import { functionAround, type Site } from '../site.ts';
import { hasComment } from '../text/edits.ts';
import { readingsOf } from '../text/readings.ts';
import type { Refused } from './process-call.ts';

export type ResultPart = 'stdout' | 'stderr' | 'returncode';

export interface ResultUse {
  readonly part: ResultPart;
  /** The node that the part's value takes the place of: `result.stdout`. */
  readonly node: Node;
}

const PARTS: readonly ResultPart[] = ['stdout', 'stderr', 'returncode'];

/** The use of the result that `node` is: it is the `result` of `result.stdout`. */
export function resultUse(table: SyntaxTable, node: Node): ResultUse | Refused {
  const path = pathTo(table, node);
  const [parent = 0, above = 0] = [path.at(-2), path.at(-3)];
  if (!is(table, parent, 'attribute') || childIn(table, parent, 'object') !== node)
    return { refused: 'the result is used as a whole' };
  const name = textOf(table, childIn(table, parent, 'attribute'));
  const part = PARTS.find((each) => each === name);
  if (part === undefined) return { refused: `there is no counterpart of \`.${name}\`` };
  const isWritten =
    (is(table, above, 'assignment') || is(table, above, 'augmented_assignment')) &&
    childIn(table, above, 'left') === parent;
  if (isWritten) return { refused: `\`.${name}\` is assigned to` };
  if (hasComment(table, startOf(table, parent), endOf(table, parent)))
    return { refused: 'a comment stands in the middle of it' };
  return { part, node: parent };
}

/** Every use of the result that is assigned to the name at `target`. */
export function resultUses(site: Site, target: Node): readonly ResultUse[] | Refused {
  const readings = readingsOf(site, target);
  if ('refused' in readings) return readings;
  const uses: ResultUse[] = [];
  for (const node of readings.nodes) {
    const use = resultUse(site.table, node);
    if ('refused' in use) return use;
    if (!runsWithin(site.table, functionOf(site), node))
      return { refused: 'the result is read in a function or generator that may run later' };
    uses.push(use);
  }
  return uses;
}

/** The body of the function around the site. */
function functionOf(site: Site): Node {
  return childIn(site.table, functionAround(site), 'body');
}

/** The f-string field that `node` stands in; null if it stands in none. */
export function interpolationAround(table: SyntaxTable, node: Node): string | null {
  const around = pathTo(table, node).findLast((each) => is(table, each, 'interpolation'));
  return around === undefined ? null : textOf(table, around);
}
