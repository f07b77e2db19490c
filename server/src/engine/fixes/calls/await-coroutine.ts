/** `asyncio.run(main())` under a running event loop raises: the coroutine is awaited instead. */
import { childIn, childrenOf, endOf, is, startOf, textOf } from '../../syntax/table.ts';
import { type Fixer, offer, withheld } from '../offers.ts';
import { whyNoAwait } from '../safety/await-place.ts';
import type { Site } from '../site.ts';
import { hasComment, replacement } from '../text/edits.ts';
import { removeIfUnused } from '../text/unused-imports.ts';
import { needsParentheses } from '../text/wrapped-call.ts';
import { callAt } from './call-arguments.ts';

export const awaitCoroutine: Fixer = (site) => {
  const { table, node, path, file, module } = site;
  if (table.firstError !== null) return withheld('The file has syntax errors: correct them first.');
  const coroutine = coroutineOf(site);
  if (coroutine === null)
    return withheld(
      'What it would run is not plainly a coroutine: make everything down to there a coroutine and await it, or run it in a thread.',
    );
  const reason = whyNoAwait(site);
  if (reason !== null) return withheld(reason);
  const [start, end] = [startOf(table, node), endOf(table, node)];
  if (hasComment(table, start, end)) return withheld('A comment stands in the call: await the coroutine by hand.');
  const isOperand = needsParentheses(table, path);
  const text = `await ${textOf(table, coroutine)}`;
  const callee = childIn(table, node, 'function');
  const root = /^\w+/.exec(textOf(table, callee))?.[0] ?? '';
  const taken = { start: startOf(table, callee), end: endOf(table, callee) };
  return offer(site, 'Await the coroutine', 'safe', [
    replacement(start, end, isOperand ? `(${text})` : text),
    ...removeIfUnused(file, module.summary, root, taken),
  ]);
};

/** The only argument of a call that starts a loop itself, where that is a coroutine of the program. */
function coroutineOf(site: Site): number | null {
  const { table, node, program, module, steps } = site;
  const call = callAt(site);
  const [argument, ...others] = call?.arguments ?? [];
  const isDirect = steps.length > 0 && steps.every((step) => step.kind === 'fact' && step.row.effect === 'runs-loop');
  if (!isDirect || argument === undefined || others.length > 0 || argument.keyword !== null || argument.isSpread)
    return null;
  const { types, isComplete } = program.inference.answer(module, argument.value);
  const isCoroutine = isComplete && types.length > 0 && types.every((type) => type.kind === 'coroutine');
  const [child] = childrenOf(table, childIn(table, node, 'arguments'));
  return isCoroutine && child !== undefined && is(table, child, 'call') ? child : null;
}
