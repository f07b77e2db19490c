/** `time.sleep(x)` becomes `await asyncio.sleep(x)`: the same pause, in which other tasks run. */
import { childIn, childrenOf, endOf, is, startOf, textOf } from '../../syntax/table.ts';
import { asyncLibraryOf, NO_LIBRARY } from '../async-library.ts';
import { type Fixer, offer, withheld } from '../offers.ts';
import { whyNoAwait } from '../safety/await-place.ts';
import { heldLock, safetyOfAwait } from '../safety/surroundings.ts';
import type { Site } from '../site.ts';
import { hasComment, replacement } from '../text/edits.ts';
import { needAt, reach } from '../text/imports.ts';
import { removeIfUnused } from '../text/unused-imports.ts';

export const asyncioSleep: Fixer = (site) => {
  const { table, node, file, module } = site;
  if (!isSleep(site)) return null;
  const reason = whyNoAwait(site);
  if (reason !== null) return withheld(reason);
  const lock = heldLock(site);
  if (lock !== null)
    return withheld(
      `\`${lock}\` is held here: other tasks that want it would block the event loop during the pause. Sleep outside of the lock, or use \`asyncio.Lock\`.`,
    );
  const library = asyncLibraryOf(module, site.program);
  if (library === null) return withheld(NO_LIBRARY);
  const sleep = reach(needAt(file, module.summary, site.path), library, 'sleep');
  if (sleep === null) return withheld(`The name \`${library}\` means something else here: use its sleep by hand.`);
  const callee = childIn(table, node, 'function');
  const span = { start: startOf(table, callee), end: endOf(table, callee) };
  const space = /\w$/.test(table.text.slice(Math.max(0, span.start - 1), span.start)) ? ' ' : '';
  const root = /^[^.\s]+/.exec(textOf(table, callee))?.[0] ?? '';
  return offer(site, `Use ${library}.sleep`, safetyOfAwait(site), [
    replacement(span.start, span.end, `${space}await ${sleep.spelling}`),
    ...sleep.changes,
    ...removeIfUnused(file, module.summary, root, span),
  ]);
};

/** A direct call of time.sleep with one plain argument. */
function isSleep({ table, node, steps, event }: Site): boolean {
  const isFact = event.kind === 'call' && steps.every((step) => step.kind === 'fact' && step.row.name === 'time.sleep');
  if (!isFact || steps.length === 0 || table.firstError !== null) return false;
  const callee = childIn(table, node, 'function');
  const args = childrenOf(table, childIn(table, node, 'arguments'));
  const [only] = args;
  const isPlain = only !== undefined && !is(table, only, 'keyword_argument') && !is(table, only, 'list_splat');
  return args.length === 1 && isPlain && !hasComment(table, startOf(table, callee), endOf(table, callee));
}
