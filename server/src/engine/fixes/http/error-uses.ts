/** What a handler asks of the error that it caught, as the errors of another library have it. */
import {
  childIn,
  childOfKind,
  childrenOf,
  endOf,
  is,
  type Node,
  nextOf,
  pathTo,
  type SyntaxTable,
  startOf,
  textOf,
} from '../../syntax/table.ts';
import type { Site } from '../site.ts';
import { type Change, replacement } from '../text/edits.ts';
import type { Conversion, Refused } from './conversion.ts';

/** What any exception has. */
const OF_ALL = /^\.(?:args|with_traceback|add_note|__\w+__)\b/;

/** The changes in the block of the `except` at `clause`, which catches the classes `names`. */
export function errorUses(
  { table }: Site,
  { errorUses: known, target }: Conversion,
  clause: Node,
  names: readonly string[],
): readonly Change[] | Refused {
  const pattern = childOfKind(table, clause, 'as_pattern');
  const alias = pattern < 0 ? -1 : childIn(table, pattern, 'alias');
  if (alias < 0) return [];
  const name = textOf(table, alias);
  const [only = '', ...others] = names;
  const uses = others.length === 0 && Object.hasOwn(known, only) ? (known[only] ?? {}) : {};
  const block = childOfKind(table, clause, 'block');
  const changes: Change[] = [];
  for (let node = block; node < nextOf(table, block); node++) {
    if (!is(table, node, 'identifier') || textOf(table, node) !== name) continue;
    const path = pathTo(table, node);
    const parent = path.at(-2) ?? 0;
    if (isTestedForType(table, path)) return { refused: `\`${name}\` is tested for its class` };
    if (!is(table, parent, 'attribute') || childIn(table, parent, 'object') !== node) continue;
    const behind = table.text.slice(endOf(table, node), endOf(table, node) + 60);
    if (OF_ALL.test(behind)) continue;
    const found = Object.keys(uses)
      .filter((use) => behind.startsWith(use) && !/^\w/.test(behind.slice(use.length)))
      .sort((a, b) => b.length - a.length)[0];
    if (found === undefined) {
      return {
        refused: `errors of ${target.name} have no counterpart of \`${name}${/^[.\w]+/.exec(behind)?.[0] ?? ''}\``,
      };
    }
    const written = uses[found] ?? '';
    const end = endOf(table, node) + found.length;
    if (written !== found) changes.push(replacement(startOf(table, node), end, `${name}${written}`));
  }
  return changes;
}

/** `isinstance(e, requests.Timeout)`. */
function isTestedForType(table: SyntaxTable, path: readonly Node[]): boolean {
  const [node = 0, list = 0, call = 0] = [path.at(-1), path.at(-2), path.at(-3)];
  if (!is(table, list, 'argument_list') || childrenOf(table, list)[0] !== node) return false;
  return /^(?:isinstance|type)$/.test(textOf(table, childIn(table, call, 'function')));
}
