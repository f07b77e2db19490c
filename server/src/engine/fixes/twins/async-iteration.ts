/**
 * Iterates with `async for` what waits when it is iterated and has `__aiter__`, or a twin that has: `for book in books:` becomes
 * `async for book in books:`, and `list(books)` becomes `[book async for book in books]`.
 */
import { Kind } from '../../syntax/kinds.ts';
import { childIn, childrenOf, endOf, is, kindOf, type Node, startOf, textOf } from '../../syntax/table.ts';
import { type Fixer, offer, withheld } from '../offers.ts';
import { answerAt, functionAround, type Site } from '../site.ts';
import { type Change, hasComment, insertion, replacement } from '../text/edits.ts';
import { freshName } from '../text/fresh-names.ts';
import { writtenAt } from '../text/layout.ts';
import { spaceBefore } from '../text/wrapped-call.ts';
import { lastName, type TwinRow, twinRowAt, whyNotYet } from './twin-rows.ts';
import { whyNotAwaited } from './why-not-awaited.ts';

const TITLE = 'Iterate with `async for`';

export const asyncIteration: Fixer = (site) => {
  const found = twinRowAt(site);
  if (found === null || found.row.at !== 'iteration') return null;
  const { table, node, path, event } = site;
  const iterated = event.kind === 'call' ? onlyArgument(site) : node;
  if (iterated === null || !isOf(site, iterated, found)) return null;
  if (event.kind === 'call') return collected(site, iterated, found);
  const clause = path.at(-2) ?? 0;
  const isLoop = is(table, clause, 'for_statement') || is(table, clause, 'for_in_clause');
  if (!isLoop || childIn(table, clause, 'right') !== node) return null;
  const generator = path.at(-3) ?? 0;
  if (is(table, clause, 'for_in_clause') && kindOf(table, generator) === Kind.generator_expression)
    return withheld('A generator expression with an `async for` would become asynchronous: use a list.');
  const reason =
    whyNotYet(site, found) ?? whyNotAwaited(is(table, clause, 'for_in_clause') ? inBodyOf(site, generator) : site);
  if (reason !== null) return withheld(reason);
  const renamed = renaming(site, node, found);
  return offer(site, TITLE, 'unsafe', [insertion(startOf(table, clause), 'async '), ...renamed]);
};

/** A comprehension that iterates asynchronously awaits as if that stood in its body. */
function inBodyOf(site: Site, comprehension: Node): Site {
  const node = childIn(site.table, comprehension, 'body');
  return { ...site, node, path: [...site.path.slice(0, -2), node] };
}

/** `list(books)`: what the call iterates, where that is its first argument. */
function onlyArgument({ table, node }: Site): Node | null {
  const list = childIn(table, node, 'arguments');
  const [first] = childrenOf(table, list);
  return is(table, list, 'argument_list') && first !== undefined && !isSpread(table, first) ? first : null;
}

function isSpread(table: Site['table'], node: Node): boolean {
  return is(table, node, 'list_splat') || is(table, node, 'keyword_argument') || is(table, node, 'dictionary_splat');
}

/** Whether `node` itself is what the row speaks of: neither `enumerate(books)`, nor an object of another class. */
function isOf(site: Site, node: Node, { row }: TwinRow): boolean {
  const { table, program } = site;
  const { types, isComplete } = answerAt(site, node);
  return (
    isComplete &&
    types.length > 0 &&
    types.every((type) => {
      if (type.kind === 'lazy')
        return type.row.name === row.name && is(table, node, 'call') && isCallOf(table, node, row.name);
      return type.kind === 'object' && program.inference.catalogue.verdictOnMember(type.class, ['__iter__']) === row;
    })
  );
}

function isCallOf(table: Site['table'], call: Node, name: string): boolean {
  const callee = childIn(table, call, 'function');
  return is(table, callee, 'attribute') && textOf(table, childIn(table, callee, 'attribute')) === lastName(name);
}

/** `.iterator()` to `.aiterator()`; nothing where the object itself can be iterated both ways. */
function renaming({ table }: Site, iterated: Node, { twin }: TwinRow): readonly Change[] {
  if (twin.name === '__aiter__') return [];
  const name = childIn(table, childIn(table, iterated, 'function'), 'attribute');
  return [replacement(startOf(table, name), endOf(table, name), twin.name)];
}

/** What a call makes of all elements at once: a list of them is made before, and is the result of `list` itself. */
const COLLECTORS = new Set(['dict', 'frozenset', 'list', 'max', 'min', 'set', 'sorted', 'sum', 'tuple']);

function collected(site: Site, iterated: Node, found: TwinRow): ReturnType<Fixer> {
  const { table, node, file, settings } = site;
  const name = textOf(table, childIn(table, node, 'function'));
  if (!COLLECTORS.has(name)) return null;
  const reason = whyNotYet(site, found) ?? whyNotAwaited(site);
  if (reason !== null) return withheld(reason);
  if (site.event.place.isInComprehension && settings.target.minor < 11)
    return withheld('Before Python 3.11 a nested comprehension cannot await: use a loop.');
  const isWhole = name === 'list' || name === 'set';
  const args = childrenOf(table, childIn(table, node, 'arguments'));
  if (isWhole && args.length > 1) return null;
  const replaced = isWhole ? node : iterated;
  const span = { start: startOf(table, replaced), end: endOf(table, replaced) };
  if (hasComment(table, span.start, span.end)) return withheld('A comment stands in the call: write the loop by hand.');
  const source = withChanges(table, iterated, renaming(site, iterated, found));
  const item = freshName(table, functionAround(site), ['item', 'each']);
  const [open, close] = name === 'set' ? '{}' : '[]';
  const inside = `${item} async for ${item} in ${source}`;
  const written = writtenAt(file, settings, span, {
    head: `${spaceBefore(table, span.start)}${open}`,
    items: [inside],
    tail: `${close}`,
  });
  return offer(site, TITLE, 'unsafe', [replacement(span.start, span.end, written)]);
}

function withChanges(table: Site['table'], node: Node, changes: readonly Change[]): string {
  const [start, end] = [startOf(table, node), endOf(table, node)];
  return changes.reduceRight(
    (text, change) => text.slice(0, change.start - start) + change.text + text.slice(change.end - start),
    table.text.slice(start, end),
  );
}
