/** What a thread does to the loop is given to `call_soon_threadsafe` or `run_coroutine_threadsafe`, which wake it. */
import type { Answer } from '../../program/types.ts';
import { expressionsOf } from '../../summary/packed-expressions.ts';
import { childIn, childrenOf, endOf, is, nodeAt, startOf, textOf } from '../../syntax/table.ts';
import { type Fixer, type Offer, offer, withheld } from '../offers.ts';
import { answerAt, expressionOfNode, type Site } from '../site.ts';
import { hasComment, replacement } from '../text/edits.ts';
import { needAt, reach } from '../text/imports.ts';
import { writtenAt } from '../text/layout.ts';

const LOOP = 'asyncio.AbstractEventLoop';

export const threadsafeCall: Fixer = (site) => {
  const { table, node } = site;
  if (table.firstError !== null) return withheld('The file has syntax errors: correct them first.');
  const callee = childIn(table, node, 'function');
  if (!is(table, callee, 'attribute')) return withheld(NO_LOOP);
  const object = childIn(table, callee, 'object');
  const method = childIn(table, callee, 'attribute');
  const name = textOf(table, method);
  const isOfLoop = isLoop(site, answerAt(site, object));
  if (isOfLoop && name === 'call_soon')
    return offer(site, 'Use call_soon_threadsafe', 'safe', [
      replacement(startOf(table, method), endOf(table, method), 'call_soon_threadsafe'),
    ]);
  const call = expressionOfNode(site, node);
  const args = childrenOf(table, childIn(table, node, 'arguments'));
  if (call?.kind !== 'call' || !call.isDiscarded)
    return withheld(
      'Its result is used, which only the loop can give: give the whole to the loop, and wait for it there.',
    );
  if (hasComment(table, startOf(table, node), endOf(table, node)))
    return withheld('A comment stands in the call: give it to `loop.call_soon_threadsafe` by hand.');
  const isPlain = !args.some((each) => is(table, each, 'keyword_argument') || is(table, each, 'dictionary_splat'));
  if (!isPlain || name === 'call_later' || name === 'call_at')
    return withheld(
      '`call_soon_threadsafe` passes no keywords: give it a function of your own that does this on the loop.',
    );
  if (isOfLoop && name === 'create_task')
    return asCoroutine(
      site,
      textOf(table, object),
      args.map((each) => textOf(table, each)),
    );
  const loop = isOfLoop ? textOf(table, object) : loopIn(site);
  if (loop === null) return withheld(NO_LOOP);
  if (!isOfLoop && name === 'create_task')
    return asCoroutine(
      site,
      loop,
      args.map((each) => textOf(table, each)),
    );
  return written(
    site,
    `${loop}.call_soon_threadsafe(`,
    [textOf(table, callee), ...args.map((each) => textOf(table, each))],
    {
      title: 'Use call_soon_threadsafe',
      // A full queue raises on the loop then, where nobody here catches it.
      safety: name === 'put_nowait' ? 'unsafe' : 'safe',
    },
  );
};

const NO_LOOP =
  'The loop is not known here: pass it in (`asyncio.get_running_loop()` where the thread is started), and use its `call_soon_threadsafe` or `asyncio.run_coroutine_threadsafe`.';

function asCoroutine(site: Site, loop: string, args: readonly string[]): Offer {
  const reached = reach(needAt(site.file, site.module.summary, site.path), 'asyncio', 'run_coroutine_threadsafe');
  if (reached === null || args.length !== 1)
    return withheld('The name `asyncio` means something else here: use its `run_coroutine_threadsafe` by hand.');
  const { table, node, file, settings } = site;
  const span = { start: startOf(table, node), end: endOf(table, node) };
  const text = writtenAt(file, settings, span, { head: `${reached.spelling}(`, items: [...args, loop], tail: ')' });
  return offer(site, 'Use run_coroutine_threadsafe', 'safe', [
    replacement(span.start, span.end, text),
    ...reached.changes,
  ]);
}

function written(
  site: Site,
  head: string,
  items: readonly string[],
  { title, safety }: { readonly title: string; readonly safety: 'safe' | 'unsafe' },
): Offer {
  const span = { start: startOf(site.table, site.node), end: endOf(site.table, site.node) };
  const text = writtenAt(site.file, site.settings, span, { head, items, tail: ')' });
  return offer(site, title, safety, [replacement(span.start, span.end, text)]);
}

function isLoop({ program: { inference } }: Site, answer: Answer): boolean {
  const { types, isComplete } = inference.resolved(answer);
  return (
    isComplete &&
    types.length > 0 &&
    types.every((type) => type.kind === 'object' && inference.catalogue.lineage(type.class).includes(LOOP))
  );
}

/** How the function at `site` spells a loop that it has: a parameter, or what it uses besides. */
function loopIn(site: Site): string | null {
  const { table, program, module, definition } = site;
  const { scope } = definition;
  for (const [id, expression] of [...expressionsOf(module.summary.expressions)].entries()) {
    const isInside = scope.span.start <= expression.start && expression.end <= scope.span.end;
    const isName = expression.kind === 'name' || expression.kind === 'attribute';
    if (isInside && isName && isLoop(site, program.inference.answer(module, id)))
      return textOf(table, nodeAt(table, expression.start, expression.end));
  }
  const parameter = scope.parameters.find(({ annotation }) => {
    const { types } = program.inference.answer(module, annotation);
    return annotation > 0 && types.some((type) => type.kind === 'external' && type.name === LOOP);
  });
  return parameter?.name ?? null;
}
