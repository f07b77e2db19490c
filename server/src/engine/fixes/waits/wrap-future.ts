/**
 * `future.result()` of `concurrent.futures` becomes `await asyncio.wrap_future(future)`: the same result or exception, for which the
 * event loop need not stand still.
 *
 * A task that is cancelled meanwhile cancels the future with it, as far as it has not started; and where the future itself is
 * cancelled, asyncio's CancelledError is raised (Lib/asyncio/futures.py, 3.14: `_convert_future_exc`, `_chain_future`).
 */
import type { Safety } from '../../findings/finding.ts';
import { sourcesOf } from '../../program/sources.ts';
import { expressionAt } from '../../summary/packed-expressions.ts';
import { endOf, is, type Node, startOf, textOf } from '../../syntax/table.ts';
import { type Fixer, offer, withheld } from '../offers.ts';
import { caughtAround } from '../safety/caught.ts';
import { safetyOfAwait } from '../safety/surroundings.ts';
import { expressionIdOf, type Site } from '../site.ts';
import { type Change, hasComment, insertion, replacement } from '../text/edits.ts';
import { needAt, reachAll } from '../text/imports.ts';
import { writtenAt } from '../text/layout.ts';
import { needsParentheses } from '../text/wrapped-call.ts';
import { isOnAsyncio, whyNotAwaited } from './awaitable-place.ts';
import { type ResultCall, resultCall } from './result-call.ts';

export const wrapFuture: Fixer = (site) => {
  const call = resultCall(site);
  if (call === null || !isOnAsyncio(site) || wouldMissErrors(site, call)) return null;
  const reason = whyNotAwaited(site);
  if (reason !== null) return withheld(reason);
  if (hasComment(site.table, endOf(site.table, call.future), endOf(site.table, site.node)))
    return withheld('A comment stands in the call: await `asyncio.wrap_future` by hand.');
  const wrapping = wrappingOf(site, call);
  if (wrapping === null) return withheld('The name `asyncio` means something else here: await the future by hand.');
  const title =
    call.timeout === null ? 'Await the future (asyncio.wrap_future)' : 'Await the future (asyncio.wait_for)';
  return offer(site, title, safetyOf(site, call), [...wrapped(site, call, wrapping), ...wrapping.changes]);
};

/**
 * Whether a handler around catches what would be raised no more: the CancelledError of `concurrent.futures`, which no
 * CancelledError of asyncio is, and before Python 3.11 its TimeoutError.
 */
function wouldMissErrors(site: Site, { timeout }: ResultCall): boolean {
  const isOther = timeout !== null && site.settings.target.minor < 11 ? /Cancelled|Timeout/ : /Cancelled/;
  return caughtAround(site).some((name) => isOther.test(name) && !name.startsWith('asyncio.'));
}

interface Wrapping {
  /** What stands before the future and behind it. */
  readonly before: string;
  readonly after: string;
  readonly changes: readonly Change[];
}

/** null where the names that it needs cannot be spelled. */
function wrappingOf(site: Site, { future, timeout }: ResultCall): Wrapping | null {
  const need = needAt(site.file, site.module.summary, site.path);
  // A timeout cancels what it waits for. `result` leaves it running, which matters where others can ask for it.
  const isShared = timeout !== null && !is(site.table, future, 'call');
  const members = [...(timeout === null ? [] : ['wait_for']), ...(isShared ? ['shield'] : []), 'wrap_future'];
  const reached = reachAll(need, 'asyncio', members);
  if (reached === null) return null;
  const limit = timeout === null ? [] : [textOf(site.table, timeout)];
  const before = reached.spellings.map((spelling) => `${spelling}(`).join('');
  return {
    before,
    after: [`)${isShared ? ')' : ''}`, ...limit].join(', ') + (timeout === null ? '' : ')'),
    changes: reached.changes,
  };
}

function wrapped(site: Site, { future }: ResultCall, { before, after }: Wrapping): Change[] {
  const { table, file, node, path } = site;
  const [start, end] = [startOf(table, node), endOf(table, node)];
  const [opening, closing] = needsParentheses(table, path) ? ['(', ')'] : ['', ''];
  const space = /\w$/.test(table.text.slice(Math.max(0, start - 1), start)) ? ' ' : '';
  const head = `${space}${opening}await ${before}`;
  const tail = `${after}${closing}`;
  const text = textOf(table, future);
  if (/[\r\n]/.test(text) || path.some((each) => is(table, each, 'string')))
    return [insertion(start, head), replacement(endOf(table, future), end, tail)];
  return [replacement(start, end, writtenAt(file, site.settings, { start, end }, { head, items: [text], tail }))];
}

function safetyOf(site: Site, { future, timeout }: ResultCall): Safety {
  return timeout === null && isNobodyElses(site, future) ? safetyOfAwait(site) : 'unsafe';
}

/** Whether the function itself has made the future, in a module that cancels nothing: so that nobody can cancel it but its own task. */
function isNobodyElses(site: Site, future: Node): boolean {
  const { expressions } = site.module.summary;
  if (expressions.strings.some((name) => name === 'cancel' || name === 'cancel_futures')) return false;
  const sources = sourcesOf(site.module, expressionIdOf(site, future));
  return sources.length > 0 && sources.every((source) => expressionAt(expressions, source)?.kind === 'call');
}
