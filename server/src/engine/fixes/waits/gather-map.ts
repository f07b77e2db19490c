/**
 * `list(pool.map(f, xs))` becomes `await asyncio.gather(…)` over `loop.run_in_executor`, and a loop over `pool.map` one over its
 * futures, each of which it awaits: in the order of the map, and without waiting for those behind.
 *
 * What differs: where a task fails, `map` cancels those that have not started, and `gather` raises the first error in time instead
 * of the first in order (Lib/concurrent/futures/_base.py and Lib/asyncio/tasks.py, 3.14).
 */
import { Kind } from '../../syntax/kinds.ts';
import { childIn, childrenOf, endOf, is, kindOf, type Node, startOf, textOf } from '../../syntax/table.ts';
import { type Fixer, type Offer, offer, withheld } from '../offers.ts';
import { answerAt, functionAround, type Site } from '../site.ts';
import { statementOn } from '../text/blocks.ts';
import { type Change, hasComment, indentationAt, insertion, lineStartBefore, replacement } from '../text/edits.ts';
import { freshName } from '../text/fresh-names.ts';
import { needAt, reach } from '../text/imports.ts';
import { writtenAt } from '../text/layout.ts';
import { needsParentheses } from '../text/wrapped-call.ts';
import { isOnAsyncio, whyNotAwaited } from './awaitable-place.ts';
import { runningLoopName } from './running-loop.ts';

export const gatherMap: Fixer = (site) => {
  const mapped = isOnAsyncio(site) ? mapAt(site) : null;
  if (mapped === null) return null;
  const reason = whyNotAwaited(site);
  if (reason !== null) return withheld(reason);
  const submitted = submissionOf(site, mapped.call);
  if (submitted === null) return null;
  const isStatement = is(site.table, site.path.at(-2) ?? 0, 'for_statement');
  if (isStatement) return overFutures(site, mapped, submitted);
  const gather = reach(needAt(site.file, site.module.summary, site.path), 'asyncio', 'gather');
  const loop = loopFor(site);
  if (gather === null || loop === null)
    return withheld('The name `asyncio` means something else here: gather the results by hand.');
  const span = { start: startOf(site.table, mapped.replaced), end: endOf(site.table, mapped.replaced) };
  const path = [...site.path, ...(mapped.replaced === site.node ? [] : [mapped.replaced])];
  const [opening, closing] = needsParentheses(site.table, path) ? ['(', ')'] : ['', ''];
  const written = writtenAt(site.file, site.settings, span, {
    head: `${opening}await ${gather.spelling}(`,
    items: [`*[${submitted(loop.name)}]`],
    tail: `)${closing}`,
  });
  return offer(site, 'Await all results (asyncio.gather)', 'unsafe', [
    replacement(span.start, span.end, written),
    ...loop.changes,
    ...gather.changes.filter((change) => !loop.changes.some((other) => isSame(change, other))),
  ]);
};

interface Mapped {
  /** `pool.map(…)`. */
  readonly call: Node;
  /** What the results take the place of: the call, or the `list(…)` around it. */
  readonly replaced: Node;
}

/** The `pool.map(…)` whose results are waited for at `site`. */
function mapAt(site: Site): Mapped | null {
  const { table, node, event, steps } = site;
  const isMap =
    steps.length > 0 &&
    steps.every((step) => step.kind === 'fact' && step.row.name === 'concurrent.futures.Executor.map');
  if (!isMap) return null;
  if (event.kind === 'iterate') {
    const parent = site.path.at(-2) ?? 0;
    const isLoop = is(table, parent, 'for_statement') || is(table, parent, 'for_in_clause');
    return isLoop && is(table, node, 'call') ? { call: node, replaced: node } : null;
  }
  if (event.kind !== 'call') return null;
  const args = childrenOf(table, childIn(table, node, 'arguments'));
  const [call, ...others] = args.filter((child) => isExecutorMap(site, child));
  if (call === undefined || others.length > 0) return null;
  // What `gather` gives is a list already.
  const isList = textOf(table, childIn(table, node, 'function')) === 'list' && args.length === 1;
  return { call, replaced: isList ? node : call };
}

function isExecutorMap(site: Site, node: Node): boolean {
  if (!is(site.table, node, 'call')) return false;
  return answerAt(site, node).types.some(
    (type) => type.kind === 'lazy' && type.row.name === 'concurrent.futures.Executor.map',
  );
}

/** Writes the futures of `call` as the inside of a comprehension, given the name of the loop; null where that cannot be. */
function submissionOf(site: Site, call: Node): ((loop: string) => string) | null {
  const { table } = site;
  const callee = childIn(table, call, 'function');
  const [task, ...iterables] = childrenOf(table, childIn(table, call, 'arguments'));
  const isMethod = is(table, callee, 'attribute') && textOf(table, childIn(table, callee, 'attribute')) === 'map';
  if (!isMethod || task === undefined || iterables.length === 0 || !isCheap(site, task)) return null;
  const pool = childIn(table, callee, 'object');
  const isPlain = [task, ...iterables].every((each) => !OTHERS.has(kindOf(table, each)));
  if (!isPlain || !NAMES.has(kindOf(table, pool)) || /[\r\n]/.test(textOf(table, call))) return null;
  if (hasComment(table, startOf(table, call), endOf(table, call))) return null;
  const names = itemNames(site, iterables);
  const sources = iterables.map((each) => textOf(table, each));
  const source = sources.length === 1 ? sources.join() : `zip(${sources.join(', ')})`;
  const values = names.join(', ');
  return (loop) =>
    `${loop}.run_in_executor(${textOf(table, pool)}, ${textOf(table, task)}, ${values}) for ${values} in ${source}`;
}

const OTHERS = new Set<number>([Kind.keyword_argument, Kind.list_splat, Kind.dictionary_splat]);
const NAMES = new Set<number>([Kind.identifier, Kind.attribute]);

/** What may be evaluated for each item instead of once. */
function isCheap(site: Site, task: Node): boolean {
  const { table } = site;
  if (NAMES.has(kindOf(table, task)) || is(table, task, 'lambda')) return true;
  const { types } = answerAt(site, childIn(table, task, 'function'));
  return types.length === 1 && types.every((type) => type.kind === 'external' && type.name === 'functools.partial');
}

/** A name for an item of each: `url` for `urls`. */
function itemNames(site: Site, iterables: readonly Node[]): string[] {
  const { table } = site;
  const around = functionAround(site);
  return iterables.map((each, index) => {
    const singular = /^([a-z_]{2,}[a-rt-z])s$/.exec(textOf(table, each))?.[1];
    return freshName(table, around, [
      ...(singular === undefined ? [] : [singular]),
      index === 0 ? 'item' : `item${index + 1}`,
    ]);
  });
}

/** `for x in pool.map(f, xs):` becomes a loop over the futures, whose body awaits each first. */
function overFutures(site: Site, { call }: Mapped, submitted: (loop: string) => string): Offer | null {
  const { table, file, path } = site;
  const statement = path.at(-2) ?? 0;
  const body = childIn(table, statement, 'body');
  const target = childIn(table, statement, 'left');
  const [first] = childrenOf(table, body);
  if (first === undefined || !startsLine(site, first) || /[\r\n]/.test(textOf(table, target))) return null;
  const loop = loopFor(site);
  if (loop === null) return withheld('The name `asyncio` means something else here: await the futures by hand.');
  const future = freshName(table, functionAround(site), ['future', 'job']);
  const span = { start: startOf(table, call), end: endOf(table, call) };
  const written = writtenAt(file, site.settings, span, { head: '[', items: [submitted(loop.name)], tail: ']' });
  const indentation = indentationAt(file.lineStarts, startOf(table, first), table.text);
  return offer(site, 'Await each result', 'unsafe', [
    replacement(startOf(table, target), endOf(table, target), future),
    replacement(span.start, span.end, written),
    insertion(startOf(table, first), `${textOf(table, target)} = await ${future}\n${indentation}`),
    ...loop.changes,
  ]);
}

function startsLine({ table, file }: Site, node: Node): boolean {
  const start = startOf(table, node);
  return table.text.slice(lineStartBefore(file.lineStarts, start), start).trim() === '';
}

interface LoopName {
  readonly name: string;
  readonly changes: readonly Change[];
}

/** How to write the running loop: by the name that it has, or by one that a new line before the statement gives it. */
function loopFor(site: Site): LoopName | null {
  const known = runningLoopName(site);
  if (known !== null) return { name: known, changes: [] };
  const reached = reach(needAt(site.file, site.module.summary, site.path), 'asyncio', 'get_running_loop');
  if (reached === null) return null;
  const asked = `${reached.spelling}()`;
  const place = statementOn(site.table, site.path);
  if (place === null || !startsLine(site, place.statement)) return { name: asked, changes: reached.changes };
  const start = startOf(site.table, place.statement);
  const indentation = indentationAt(site.file.lineStarts, start, site.table.text);
  const name = freshName(site.table, functionAround(site), ['loop', 'running_loop']);
  return { name, changes: [insertion(start, `${name} = ${asked}\n${indentation}`), ...reached.changes] };
}

function isSame(left: Change, right: Change): boolean {
  return left.start === right.start && left.text === right.text;
}
