/**
 * Moves a blocking call to a worker thread: `f(a, b=c)` becomes `await asyncio.to_thread(f, a, b=c)`, or what trio, anyio and Python
 * 3.8 have for it.
 */
import type { Step } from '../../program/steps.ts';
import { childIn, is, type Node, type SyntaxTable, textOf } from '../../syntax/table.ts';
import { type AsyncLibrary, asyncLibraryOf, NO_LIBRARY } from '../async-library.ts';
import { type Fixer, offer, withheld } from '../offers.ts';
import { whyNoAwait } from '../safety/await-place.ts';
import { whyNotMadeInThread, whyNotOpenedInThread } from '../safety/file-handles.ts';
import { safetyInThread, whyNotInThread } from '../safety/thread-safety.ts';
import type { Site } from '../site.ts';
import type { Change } from '../text/edits.ts';
import { needAt, reach } from '../text/imports.ts';
import { hasKeywords, type Wrapping, wrapCall, wrapInLambda } from '../text/wrapped-call.ts';
import { blockingPart, callAt } from './call-arguments.ts';

export const toThread: Fixer = (site) => {
  const reason = whyNoCall(site) ?? whyNoAwait(site) ?? whyNotWrapped(site) ?? whyNotMoved(site) ?? whyNotFirst(site);
  if (reason !== null) return withheld(reason);
  const library = asyncLibraryOf(site.module, site.program);
  if (library === null) return withheld(NO_LIBRARY);
  const isLambda = listsBefore(site);
  const way = wayToThread(site, library, !isLambda && hasKeywords(site));
  if (way === null)
    return withheld('The names that the fix needs mean something else here: run the call in a thread by hand.');
  const changes = isLambda ? wrapInLambda(site, way) : wrapCall(site, way);
  if (changes === null)
    return withheld('A comment stands between the function and its arguments: run the call in a thread by hand.');
  const title = `Run ${describe(site)} in a thread (${way.name})`;
  return offer(site, title, safetyInThread(site), [...changes, ...way.changes]);
};

/** `sorted(folder.iterdir())`: since Python 3.13 `iterdir` lists the folder when it is called, which must happen in the thread, too. */
function listsBefore({ steps, event, node, table }: Site): boolean {
  const lists = steps.some((step) => step.kind === 'fact' && step.row.name === 'pathlib.Path.iterdir');
  const text = textOf(table, childIn(table, node, 'arguments'));
  return lists && event.kind === 'call' && /\biterdir\(/.test(text) && !/\bawait\b|:=|\byield\b/.test(text);
}

/** `self.logger.warning`, `log.info`. */
const LOG = /(?:^|[._])log(?:ger)?\.(?:log|debug|info|success|warn|warning|error|exception|critical)$/i;

function whyNotMoved(site: Site): string | null {
  if (LOG.test(calleeText(site)))
    return 'It logs a message: let the logger hand its messages to a thread, as `logging.handlers.QueueHandler` does, not everybody who logs.';
  return whyNotInThread(site) ?? whyNotMadeInThread(site) ?? whyNotOpenedInThread(site);
}

function whyNoCall(site: Site): string | null {
  if (site.table.firstError !== null) return 'The file has syntax errors: correct them first.';
  switch (site.event.kind) {
    case 'with':
      if (site.steps.some(isExecutorExit))
        return 'Await its work inside the block (`await asyncio.wrap_future(pool.submit(…))`, or `asyncio.gather` over `loop.run_in_executor(pool, …)`): leaving it waits for nothing then.';
      return 'The whole `with` block would have to move: put it into a function and run that with `asyncio.to_thread`.';
    case 'iterate':
      return 'It waits at each step of the iteration: put the whole loop into a function and run that with `asyncio.to_thread`.';
    case 'attribute':
      if (site.steps.every((step) => isMemo(site, step)))
        return 'The property does the work when it is first read: read it before, in a function that you run with `asyncio.to_thread`.';
      return 'A property does the work, and cannot be handed to a thread: make it a method and run that with `asyncio.to_thread`.';
    case 'implicit':
      if (site.event.method === '__setattr__')
        return 'A setter does the work, and cannot be handed to a thread: make it a method and run that with `asyncio.to_thread`.';
      return 'An operator does the work, and cannot be handed to a thread: put it into a function and run that with `asyncio.to_thread`.';
    case 'import':
      return 'An import cannot be handed to a thread: put it at the top of the module.';
    case 'call':
      return callAt(site) === null ? 'There is no call that could move to a thread.' : null;
  }
}

/** Whether `step` blocks only while what it gives is not there yet. */
function isMemo({ program }: Site, step: Step): boolean {
  if (step.kind !== 'function') return false;
  return program.effects
    .effectsOf(step.definition)
    .all.every(({ guards }) => guards.some(({ kind }) => kind === 'once'));
}

export function isExecutorExit(step: Step): boolean {
  return step.kind === 'fact' && /^concurrent\.futures\.\w+\.__exit__$/.test(step.row.name);
}

function whyNotWrapped(site: Site): string | null {
  const { table, path } = site;
  const parent = path.at(-2) ?? 0;
  if (is(table, parent, 'await') || isAwaitedByLoop(table, parent))
    return 'What it returns is awaited, which must happen on the event loop: split it into a part that blocks and a part that awaits.';
  if (isEntered(site))
    return 'What it returns is used by a `with` block on the event loop: put the whole block into a function and run that with `asyncio.to_thread`.';
  return null;
}

function whyNotFirst(site: Site): string | null {
  const part = blockingPart(site);
  return part === null
    ? null
    : `\`${part}\`, which is evaluated first, blocks as well: move that to a thread before, or both in one function.`;
}

/** `async for x in f(y)`, as a statement or in a comprehension. */
function isAwaitedByLoop(table: SyntaxTable, parent: Node): boolean {
  const isLoop = is(table, parent, 'for_statement') || is(table, parent, 'for_in_clause');
  return isLoop && is(table, parent + 1, 'async');
}

/** `with f(x):`, `with f(x) as y:`. What `async with` enters awaits on the loop, wherever it was made. */
function isEntered({ table, path }: Site): boolean {
  const above = path.slice(0, -1).reverse();
  const [parent = 0] = is(table, above[0] ?? 0, 'as_pattern') ? above.slice(1) : above;
  const statement = path.findLast((node) => is(table, node, 'with_statement')) ?? 0;
  return is(table, parent, 'with_item') && !is(table, statement + 1, 'async');
}

function calleeText({ table, node }: Site): string {
  return textOf(table, childIn(table, node, 'function'));
}

function describe(site: Site): string {
  const text = calleeText(site);
  return text.length <= 50 && !/[\r\n]/.test(text) ? `\`${text}\`` : 'the call';
}

export interface Way extends Wrapping {
  /** As the title names it. */
  readonly name: string;
  readonly changes: readonly Change[];
}

/** How the library that runs the module hands a call to a thread; null if its name cannot be spelled here. */
export function wayToThread(site: Site, library: AsyncLibrary, hasKeywords: boolean): Way | null {
  const isOld = library === 'asyncio' && site.settings.target.minor < 9;
  const [member, name] = isOld
    ? ['get_running_loop', 'run_in_executor']
    : [MEMBERS[library], `${library}.${MEMBERS[library]}`];
  const need = needAt(site.file, site.module.summary, site.path);
  const offload = reach(need, library, member);
  if (offload === null) return null;
  const head = isOld ? `${offload.spelling}().run_in_executor(` : `${offload.spelling}(`;
  const given = isOld ? ['None'] : [];
  const takesKeywords = library === 'asyncio' && !isOld;
  if (takesKeywords || !hasKeywords) return { name, head, given, inner: null, changes: offload.changes };
  const partial = reach(need, 'functools', 'partial');
  if (partial === null) return null;
  return {
    name,
    head,
    given,
    inner: `${partial.spelling}(`,
    changes: [...offload.changes, ...partial.changes],
  };
}

const MEMBERS: Readonly<Record<AsyncLibrary, string>> = {
  asyncio: 'to_thread',
  trio: 'to_thread.run_sync',
  anyio: 'to_thread.run_sync',
};
