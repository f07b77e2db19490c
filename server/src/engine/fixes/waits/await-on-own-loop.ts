/** `asyncio.run_coroutine_threadsafe(work(), loop).result()` on that very loop waits for itself, forever: the coroutine is awaited. */
import { Kind } from '../../syntax/kinds.ts';
import { childIn, childrenOf, endOf, is, kindOf, type Node, startOf, textOf } from '../../syntax/table.ts';
import { type Fixer, offer, withheld } from '../offers.ts';
import { answerAt, type Site } from '../site.ts';
import { hasComment, replacement } from '../text/edits.ts';
import { needAt, reach } from '../text/imports.ts';
import { writtenAt } from '../text/layout.ts';
import { removeIfUnused } from '../text/unused-imports.ts';
import { needsParentheses } from '../text/wrapped-call.ts';
import { isOnAsyncio, whyNotAwaited } from './awaitable-place.ts';
import { resultCall } from './result-call.ts';
import { isRunningLoop } from './running-loop.ts';

export const awaitOnOwnLoop: Fixer = (site) => {
  const call = resultCall(site);
  const coroutine = call === null || !isOnAsyncio(site) ? null : coroutineForOwnLoop(site, call.future);
  if (call === null || coroutine === null) return null;
  const reason = whyNotAwaited(site);
  if (reason !== null) return withheld(reason);
  const { table, node, path, file, module } = site;
  const span = { start: startOf(table, node), end: endOf(table, node) };
  if (hasComment(table, span.start, span.end))
    return withheld('A comment stands in the call: await the coroutine by hand.');
  const waiting = call.timeout === null ? null : reach(needAt(file, module.summary, path), 'asyncio', 'wait_for');
  if (call.timeout !== null && waiting === null)
    return withheld('The name `asyncio` means something else here: await the coroutine by hand.');
  const [opening, closing] = needsParentheses(table, path) ? ['(', ')'] : ['', ''];
  const text = textOf(table, coroutine);
  const limit = call.timeout === null ? [] : [textOf(table, call.timeout)];
  const written =
    waiting === null
      ? `${opening}await ${isPrimary(site, coroutine) ? text : `(${text})`}${closing}`
      : writtenAt(file, site.settings, span, {
          head: `${opening}await ${waiting.spelling}(`,
          items: [text, ...limit],
          tail: `)${closing}`,
        });
  const callee = childIn(table, call.future, 'function');
  const root = /^\w+/.exec(textOf(table, callee))?.[0] ?? '';
  const taken = { start: startOf(table, callee), end: endOf(table, callee) };
  return offer(site, 'Await the coroutine', call.timeout === null ? 'safe' : 'unsafe', [
    replacement(span.start, span.end, written),
    ...(waiting?.changes ?? []),
    ...(waiting === null ? removeIfUnused(file, module.summary, root, taken) : []),
  ]);
};

/** What `node` hands to the loop that runs it already; null where it is another call, or may be for another loop. */
function coroutineForOwnLoop(site: Site, node: Node): Node | null {
  const { table } = site;
  if (!is(table, node, 'call')) return null;
  const { types } = answerAt(site, childIn(table, node, 'function'));
  const isThreadsafe = types.some(
    (type) => type.kind === 'external' && type.name === 'asyncio.run_coroutine_threadsafe',
  );
  const [coroutine, loop, ...others] = childrenOf(table, childIn(table, node, 'arguments'));
  if (!isThreadsafe || types.length !== 1 || coroutine === undefined || loop === undefined || others.length > 0)
    return null;
  const isPlain = ![coroutine, loop].some(
    (each) => is(table, each, 'keyword_argument') || is(table, each, 'list_splat'),
  );
  return isPlain && isRunningLoop(site, loop) ? coroutine : null;
}

const PRIMARIES = new Set<number>([Kind.call, Kind.identifier, Kind.attribute, Kind.subscript]);

function isPrimary({ table }: Site, node: Node): boolean {
  return PRIMARIES.has(kindOf(table, node));
}
