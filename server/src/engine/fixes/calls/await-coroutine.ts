/** `asyncio.run(main())` under a running event loop raises: the coroutine is awaited instead. */
import type { Type } from '../../program/types.ts';
import { bindingAt } from '../../summary/packed-bindings.ts';
import { Kind } from '../../syntax/kinds.ts';
import { childIn, childrenOf, endOf, is, kindOf, type Node, startOf, textOf } from '../../syntax/table.ts';
import { type Fixer, offer, withheld } from '../offers.ts';
import { whyNoAwait } from '../safety/await-place.ts';
import { expressionOfNode, type Site } from '../site.ts';
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
  if (isEnteredRunner(site))
    return withheld(
      'Leaving the `with` block of the runner raises as well under a running loop: await the coroutine in the place of the whole block.',
    );
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

/** The only argument of a call that starts a loop itself, where that plainly can be awaited: a coroutine, a future, what `gather` gives. */
function coroutineOf(site: Site): Node | null {
  const { table, node, program, module, steps } = site;
  const call = callAt(site);
  const [argument, ...others] = call?.arguments ?? [];
  const isDirect = steps.length > 0 && steps.every((step) => step.kind === 'fact' && step.row.effect === 'runs-loop');
  if (!isDirect || argument === undefined || others.length > 0 || argument.keyword !== null || argument.isSpread)
    return null;
  const { types, isComplete } = program.inference.answer(module, argument.value);
  const canBeAwaited = isComplete && types.length > 0 && types.every((type) => isAwaitable(site, type));
  const [child] = childrenOf(table, childIn(table, node, 'arguments'));
  return canBeAwaited && child !== undefined && PRIMARIES.has(kindOf(table, child)) ? child : null;
}

/** What `await` takes without parentheses. */
const PRIMARIES = new Set<number>([Kind.attribute, Kind.call, Kind.identifier]);

const AWAITABLES = new Set(['Awaitable', 'Coroutine', 'asyncio.Future']);

function isAwaitable({ program }: Site, type: Type): boolean {
  if (type.kind === 'coroutine') return true;
  const { catalogue } = program.inference;
  return type.kind === 'object' && catalogue.lineage(type.class).some((name) => AWAITABLES.has(name));
}

/** `with asyncio.Runner() as runner: runner.run(main())`: closing it runs its own loop (Lib/asyncio/runners.py, 3.14: `close`). */
function isEnteredRunner(site: Site): boolean {
  const { table, node } = site;
  const callee = childIn(table, node, 'function');
  const object = is(table, callee, 'attribute') ? childIn(table, callee, 'object') : callee;
  const expression = expressionOfNode(site, object);
  const reaching = expression?.kind === 'name' ? (expression.reaching ?? []) : [];
  return reaching.some((each) => bindingAt(site.module.summary.bindings, each)?.value.kind === 'enter');
}
