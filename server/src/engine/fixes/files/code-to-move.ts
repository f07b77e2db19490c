/** Which code around a finding has to move together: a `with` block, a loop, an open file with all that is done to it. */

import { bindingsOf } from '../../summary/packed-bindings.ts';
import { expressionsOf } from '../../summary/packed-expressions.ts';
import { Kind } from '../../syntax/kinds.ts';
import {
  childIn,
  childrenOf,
  endOf,
  is,
  kindOf,
  NO_NODE,
  type Node,
  nextOf,
  type SyntaxTable,
  startOf,
  textOf,
} from '../../syntax/table.ts';
import { isExecutorExit } from '../calls/to-thread.ts';
import { opensFile } from '../safety/file-handles.ts';
import { answerAt, type Site } from '../site.ts';
import { statementOn } from '../text/blocks.ts';
import { type MovedCode, wholeStatement } from './moved-code.ts';
import { namesIn } from './targets.ts';

/** null: there is no such code, one call is all that could move. */
export function codeToMove(site: Site): MovedCode | null {
  const { table, node, path, event } = site;
  const parent = path.at(-2) ?? 0;
  // A pool's work can be awaited in its block, so that leaving it waits for nothing.
  if (site.steps.some(isExecutorExit)) return null;
  const entered = enteringStatement(table, path);
  if (entered !== null) return wholeStatement(site, entered, '`with` block');
  // What else waits for other threads has its counterpart in asyncio.
  if (site.finding.rule === 'blocking-wait') return null;
  switch (event.kind) {
    case 'iterate':
      return blockAround(site, namesIn(table, node)) ?? iteratedHere(site, parent);
    case 'call':
      if (opensFile(site)) {
        if (is(table, parent, 'for_statement')) return iteratedHere(site, parent);
        return isAssigned(table, node, parent)
          ? untilLastUse(site, childIn(table, parent, 'left'))
          : consumedHere(site);
      }
      return blockOfReceiver(site);
    default:
      return null;
  }
}

/** The `with` statement that enters the expression at the end of `path`. */
export function enteringStatement(table: SyntaxTable, path: readonly Node[]): Node | null {
  const above = path.slice(0, -1).reverse();
  const [item = 0, clause = 0, statement = 0] = is(table, above[0] ?? 0, 'as_pattern') ? above.slice(1) : above;
  const isItem = is(table, item, 'with_item') && is(table, clause, 'with_clause');
  return isItem && !is(table, statement + 1, 'async') ? statement : null;
}

function isAssigned(table: SyntaxTable, node: Node, parent: Node): boolean {
  return (
    is(table, parent, 'assignment') &&
    childIn(table, parent, 'right') === node &&
    is(table, childIn(table, parent, 'left'), 'identifier')
  );
}

/** `f = open(p)` and the statements behind it to the last that uses `f`. */
function untilLastUse(site: Site, target: Node): MovedCode | null {
  const { table, module, path } = site;
  const place = statementOn(table, path);
  if (place === null || path.at(-3) !== place.statement) return null;
  const { bindings, expressions } = module.summary;
  const id = [...bindingsOf(bindings)].findIndex(({ start }) => start === startOf(table, target));
  const name = textOf(table, target);
  const statements = childrenOf(table, place.block);
  let last = place.statement;
  for (const use of expressionsOf(expressions)) {
    if (use.kind !== 'name' || use.name !== name || !(use.reaching?.includes(id) ?? false)) continue;
    const owner = statements.find((each) => startOf(table, each) <= use.start && use.end <= endOf(table, each));
    if (owner === undefined || owner < place.statement) return null;
    last = Math.max(last, owner);
  }
  if (last === place.statement) return null;
  return { what: 'work on the file', block: place.block, first: place.statement, last, expression: null };
}

/** Functions that read all of what they are given, or write all of something into it. */
const CONSUMERS =
  /^(?:json|tomllib|tomli|toml|pickle|yaml|marshal|plistlib)\.(?:load|safe_load|full_load|dump|safe_dump)$|^builtins\.(?:list|tuple|set|sorted)$/;

/** `open(p).read()`, `json.load(open(p))`, `[line for line in open(p)]`: the expression that is done with the file. */
function consumedHere(site: Site): MovedCode | null {
  const { table, path } = site;
  const [node = 0, parent = 0, outer = 0] = [path.at(-1), path.at(-2), path.at(-3)];
  const isMethod =
    is(table, parent, 'attribute') && is(table, outer, 'call') && childIn(table, outer, 'function') === parent;
  if (isMethod && childIn(table, parent, 'object') === node) return expressionCode(site, outer);
  if (is(table, parent, 'for_in_clause')) return comprehensionAround(site);
  if (!is(table, parent, 'argument_list') || !is(table, outer, 'call')) return null;
  const { types } = answerAt(site, childIn(table, outer, 'function'));
  const consumes = types.length > 0 && types.every((type) => type.kind === 'external' && CONSUMERS.test(type.name));
  return consumes ? expressionCode(site, outer) : null;
}

const COMPREHENSIONS = new Set<number>([
  Kind.list_comprehension,
  Kind.set_comprehension,
  Kind.dictionary_comprehension,
]);

/** The comprehension whose first `for` iterates what stands at the site. */
function comprehensionAround(site: Site): MovedCode | null {
  const { table, path } = site;
  const [clause = 0, comprehension = 0] = [path.at(-2), path.at(-3)];
  const isFirst = is(table, clause, 'for_in_clause') && childIn(table, clause, 'right') === path.at(-1);
  return isFirst && COMPREHENSIONS.has(kindOf(table, comprehension)) ? expressionCode(site, comprehension) : null;
}

/** Nodes inside of which names mean what a function outside would not see. */
const OWN_NAMES = new Set<number>([...COMPREHENSIONS, Kind.generator_expression, Kind.lambda, Kind.class_definition]);

function expressionCode({ table, path }: Site, expression: Node): MovedCode | null {
  const place = statementOn(table, path);
  if (place === null) return null;
  const between = path.slice(path.indexOf(place.statement), path.indexOf(expression));
  if (between.some((node) => OWN_NAMES.has(kindOf(table, node)))) return null;
  return { what: 'work on the file', block: place.block, first: place.statement, last: place.statement, expression };
}

/** `archive.extractall()` in `with zipfile.ZipFile(p) as archive:`: the block that opened what is worked on. */
function blockOfReceiver(site: Site): MovedCode | null {
  const { table, node } = site;
  const callee = childIn(table, node, 'function');
  const receiver = is(table, callee, 'attribute') ? childIn(table, callee, 'object') : NO_NODE;
  return is(table, receiver, 'identifier') ? blockAround(site, [textOf(table, receiver)]) : null;
}

/** The innermost `with` block around that opened one of `names`. */
function blockAround(site: Site, names: readonly string[]): MovedCode | null {
  const { table, path } = site;
  const first = path.findLastIndex((each) => is(table, each, 'function_definition'));
  const statement = path.findLast((each, depth) => {
    if (!is(table, each, 'with_statement') || childIn(table, each, 'body') !== path[depth + 1]) return false;
    const isOpened = aliases(table, each + 1).some((name) => names.includes(name));
    return depth > first && !is(table, each + 1, 'async') && isOpened;
  });
  return statement === undefined ? null : wholeStatement(site, statement, '`with` block');
}

function iteratedHere(site: Site, parent: Node): MovedCode | null {
  return is(site.table, parent, 'for_statement') ? wholeStatement(site, parent, 'loop') : comprehensionAround(site);
}

/** The names behind `as` in the header of a `with` statement. */
function aliases(table: SyntaxTable, clause: Node): string[] {
  const names: string[] = [];
  for (let node = clause; node < nextOf(table, clause); node++) {
    if (is(table, node, 'as_pattern_target')) names.push(textOf(table, node));
  }
  return names;
}
