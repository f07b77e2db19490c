/** `asyncio.to_thread(save, text)` on a line of its own is awaited, so that it runs; `run_in_executor`, so that its error is heard of. */
import { type Fixer, offer, withheld } from '../offers.ts';
import { whyNoAwait } from '../safety/await-place.ts';
import { heldLock } from '../safety/surroundings.ts';
import { insertion } from '../text/edits.ts';

export const awaitOffload: Fixer = (site) => {
  const { table, program, module, finding, span } = site;
  if (table.firstError !== null) return withheld('The file has syntax errors: correct them first.');
  const reason = whyNoAwait(site);
  if (reason !== null) return withheld(reason);
  const lock = heldLock(site);
  if (lock !== null)
    return withheld(
      `\`${lock}\` is held here: other tasks that want it would block the event loop during the await. Do this work outside of the lock, or use \`asyncio.Lock\`.`,
    );
  const [type] = program.inference.answer(module, finding.expression).types;
  // A future runs by itself: who awaits it waits for what it did not wait for before.
  const isCoroutine = type?.kind === 'object' && type.class === 'Coroutine';
  return offer(site, 'Await it', isCoroutine ? 'safe' : 'unsafe', [insertion(span.start, 'await ')]);
};
