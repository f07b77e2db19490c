/**
 * `for future in as_completed(futures): … future.result()` of `concurrent.futures` becomes the same of asyncio, over the wrapped
 * futures: what it yields can be awaited once, and is nobody's key. So only a loop that does nothing else with them is changed.
 */
import { type BindingId, NONE } from '../../summary/model.ts';
import { bindingAt } from '../../summary/packed-bindings.ts';
import { expressionsOf } from '../../summary/packed-expressions.ts';
import { childIn, childrenOf, endOf, is, type Node, nextOf, pathTo, startOf, textOf } from '../../syntax/table.ts';
import { type Fixer, offer, withheld } from '../offers.ts';
import { functionAround, type Site, seenFrom, siteAt } from '../site.ts';
import { hasComment, replacement } from '../text/edits.ts';
import { freshName } from '../text/fresh-names.ts';
import { needAt, reachAll } from '../text/imports.ts';
import { writtenAt } from '../text/layout.ts';
import { removeIfUnused } from '../text/unused-imports.ts';
import { needsParentheses } from '../text/wrapped-call.ts';
import { isOnAsyncio, whyNotAwaited } from './awaitable-place.ts';

export const asCompleted: Fixer = (site) => {
  const { table, node, path, file, module, steps, event } = site;
  const isLoop =
    event.kind === 'iterate' &&
    steps.length > 0 &&
    steps.every((step) => step.kind === 'fact' && step.row.name === 'concurrent.futures.as_completed');
  const statement = path.at(-2) ?? 0;
  if (!isLoop || !isOnAsyncio(site) || !is(table, statement, 'for_statement') || !is(table, node, 'call')) return null;
  const use = onlyUse(site, statement);
  if (use === null)
    return withheld(
      'What `asyncio.as_completed` yields is awaited once and is no key of a dict: wrap each future with what belongs to it in a coroutine, and await those.',
    );
  const [futures, ...others] = childrenOf(table, childIn(table, node, 'arguments'));
  if (futures === undefined || others.length > 0 || is(table, futures, 'keyword_argument')) return null;
  const reason = whyNotAwaited(site) ?? whyNotAwaited(siteAt(site, use) ?? seenFrom(site, use));
  if (reason !== null) return withheld(reason);
  const span = { start: startOf(table, node), end: endOf(table, node) };
  if (hasComment(table, span.start, span.end) || hasComment(table, startOf(table, use), endOf(table, use)))
    return withheld('A comment stands in the call: await the futures by hand.');
  const reached = reachAll(needAt(file, module.summary, path), 'asyncio', ['as_completed', 'wrap_future']);
  if (reached === null)
    return withheld('The names that the fix needs mean something else here: await the futures by hand.');
  const [completed = '', wrap = ''] = reached.spellings;
  const [opening, closing] = needsParentheses(table, pathTo(table, use)) ? ['(', ')'] : ['', ''];
  const future = textOf(table, childIn(table, statement, 'left'));
  const callee = childIn(table, node, 'function');
  const root = /^\w+/.exec(textOf(table, callee))?.[0] ?? '';
  const items = [`[${wrapped(site, futures, wrap)}]`];
  return offer(site, 'Await the futures as they complete (asyncio.as_completed)', 'unsafe', [
    replacement(
      span.start,
      span.end,
      writtenAt(file, site.settings, span, { head: `${completed}(`, items, tail: ')' }),
    ),
    replacement(startOf(table, use), endOf(table, use), `${opening}await ${future}${closing}`),
    ...reached.changes,
    ...removeIfUnused(file, module.summary, root, { start: startOf(table, callee), end: endOf(table, callee) }),
  ]);
};

/** The futures, each wrapped, as the inside of a comprehension. */
function wrapped(site: Site, futures: Node, wrap: string): string {
  const { table } = site;
  if (is(table, futures, 'list_comprehension') || is(table, futures, 'generator_expression')) {
    const element = childIn(table, futures, 'body');
    const rest = table.text.slice(endOf(table, element), endOf(table, futures) - 1);
    return `${wrap}(${textOf(table, element)})${rest}`;
  }
  const name = freshName(table, functionAround(site), ['job', 'pending']);
  return `${wrap}(${name}) for ${name} in ${textOf(table, futures)}`;
}

/** The only use of the loop's variable, if that is `future.result()` in its body. */
function onlyUse(site: Site, statement: Node): Node | null {
  const { table } = site;
  const [target, body] = [childIn(table, statement, 'left'), childIn(table, statement, 'body')];
  if (!is(table, target, 'identifier')) return null;
  const name = textOf(table, target);
  const uses: Node[] = [];
  for (let node = body; node < nextOf(table, body); node++) {
    if (is(table, node, 'identifier') && textOf(table, node) === name) uses.push(node);
  }
  const [use, ...others] = uses;
  if (use === undefined || others.length > 0 || readings(site, target) !== 1) return null;
  const path = pathTo(table, use);
  const call = path.at(-3) ?? 0;
  const isResult =
    is(table, call, 'call') &&
    textOf(table, childIn(table, call, 'function')) === `${name}.result` &&
    childrenOf(table, childIn(table, call, 'arguments')).length === 0;
  return isResult && !isRepeated(site, body, path) ? call : null;
}

/** How many names the loop's binding reaches, wherever they stand. */
function readings({ module, table }: Site, target: Node): number {
  const { bindings, expressions } = module.summary;
  let id: BindingId = NONE;
  for (let each = 0; bindingAt(bindings, each) !== undefined; each++) {
    if (bindingAt(bindings, each)?.start === startOf(table, target)) id = each;
  }
  let count = 0;
  for (const expression of expressionsOf(expressions)) {
    if (expression.kind === 'name' && expression.reaching?.includes(id)) count++;
  }
  return count;
}

/** Whether the use on `path` may happen more than once in a turn of the loop, or in another function. */
function isRepeated({ table }: Site, body: Node, path: readonly Node[]): boolean {
  return path.slice(path.indexOf(body)).some((node) => {
    return (
      is(table, node, 'for_statement') ||
      is(table, node, 'while_statement') ||
      is(table, node, 'function_definition') ||
      is(table, node, 'lambda') ||
      is(table, node, 'list_comprehension') ||
      is(table, node, 'set_comprehension') ||
      is(table, node, 'dictionary_comprehension') ||
      is(table, node, 'generator_expression')
    );
  });
}
