/** `await asyncio.to_thread(load, path)` of an `async def` becomes `await load(path)`: the coroutine runs on the loop, where it can. */
import { libraryNameOf, type Type } from '../../program/types.ts';
import { childIn, childrenOf, endOf, is, type Node, startOf, textOf } from '../../syntax/table.ts';
import { type Fixer, offer, withheld } from '../offers.ts';
import { answerAt, expressionOfNode, type Site } from '../site.ts';
import { hasComment, replacement } from '../text/edits.ts';
import { writtenAt } from '../text/layout.ts';
import { removeIfUnused } from '../text/unused-imports.ts';

/** Where the function stands among the arguments; the rest is passed on. */
const POSITIONS = new Map([
  ['asyncio.to_thread', 0],
  ['starlette.concurrency.run_in_threadpool', 0],
  ['anyio.to_thread.run_sync', 0],
  ['trio.to_thread.run_sync', 0],
  ['run_in_executor', 1],
]);

/** These pass keywords on; the others have keywords of their own. */
const PASSES_KEYWORDS = new Set(['asyncio.to_thread', 'starlette.concurrency.run_in_threadpool']);

export const awaitHere: Fixer = (site) => {
  const { table, node, module, file, settings } = site;
  if (table.firstError !== null) return withheld('The file has syntax errors: correct them first.');
  const offload = offloadAt(site);
  const position = POSITIONS.get(offload);
  if (position === undefined)
    return withheld(
      'Its worker cannot await: await the coroutine on the loop, or hand over a function that runs it (`asyncio.run`).',
    );
  if (!isAwaited(site, offload)) return withheld('Nobody awaits it here: await the coroutine, or make a task of it.');
  const args = childrenOf(table, childIn(table, node, 'arguments'));
  const task = args[position];
  const passed = args.slice(position + 1);
  const isPlain = args.slice(0, position + 1).every((each) => !OTHERS.some((kind) => is(table, each, kind)));
  const areItsOwn = passed.some((each) => is(table, each, 'keyword_argument') || is(table, each, 'dictionary_splat'));
  if (task === undefined || !isPlain || (areItsOwn && !PASSES_KEYWORDS.has(offload)) || !isFunction(site, task))
    return withheld(
      'What is handed over is not plainly an `async def` with its arguments: await the coroutine by hand.',
    );
  const span = { start: startOf(table, node), end: endOf(table, node) };
  if (hasComment(table, span.start, span.end))
    return withheld('A comment stands in the call: await the coroutine by hand.');
  const callee = childIn(table, node, 'function');
  const root = /^\w+/.exec(textOf(table, callee))?.[0] ?? '';
  const written = writtenAt(file, settings, span, {
    head: `${textOf(table, task)}(`,
    items: passed.map((each) => textOf(table, each)),
    tail: ')',
  });
  return offer(site, 'Await the coroutine', 'safe', [
    replacement(span.start, span.end, written),
    ...removeIfUnused(file, module.summary, root, { start: startOf(table, callee), end: endOf(table, callee) }),
  ]);
};

const OTHERS = ['keyword_argument', 'list_splat', 'dictionary_splat'] as const;

/** What hands the function over, as `POSITIONS` names it. */
function offloadAt(site: Site): string {
  const [type, ...others] = answerAt(site, childIn(site.table, site.node, 'function')).types;
  const name = type === undefined || others.length > 0 ? '' : (libraryNameOf(type) ?? '');
  return /\.run_in_executor$/.test(name) ? 'run_in_executor' : name;
}

/** Whether a coroutine does in the place of the call: somebody awaits it there, or it is an argument in the place of another coroutine. */
function isAwaited(site: Site, offload: string): boolean {
  const call = expressionOfNode(site, site.node);
  if (call?.kind === 'call' && call.isAwaited) return true;
  const isArgument = is(site.table, site.path.at(-2) ?? 0, 'argument_list');
  return isArgument && offload !== 'run_in_executor';
}

/** Whether `task` names an `async def` that is no generator. */
function isFunction(site: Site, task: Node): boolean {
  if (!is(site.table, task, 'identifier') && !is(site.table, task, 'attribute')) return false;
  const { types } = answerAt(site, task);
  return types.length > 0 && types.every(isCoroutineFunction);
}

function isCoroutineFunction(type: Type): boolean {
  return type.kind === 'function' && type.definition.scope.isAsync && !type.definition.scope.isGenerator;
}
