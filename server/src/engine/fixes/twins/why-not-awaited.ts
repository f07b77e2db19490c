/** Why a twin's work cannot be awaited somewhere: the place, a lock, or a block that holds something for this thread alone. */
import { asyncLibraryOf, NO_LIBRARY } from '../async-library.ts';
import { whyNoAwait } from '../safety/await-place.ts';
import { heldForThread, heldLock } from '../safety/surroundings.ts';
import type { Site } from '../site.ts';

/** A sentence; null where it can. */
export function whyNotAwaited(site: Site): string | null {
  if (site.table.firstError !== null) return 'The file has syntax errors: correct them first.';
  const reason = whyNoAwait(site);
  if (reason !== null) return reason;
  if (asyncLibraryOf(site.module, site.program) === null) return NO_LIBRARY;
  const lock = heldLock(site);
  if (lock !== null)
    return `\`${lock}\` is held here: other tasks that want it would block the event loop during the await. Do this work outside of the lock, or use \`asyncio.Lock\`.`;
  const held = heldForThread(site);
  return held === null
    ? null
    : `It cannot be awaited here: ${held}. Put the block into a function and run that as a whole with \`sync_to_async\`.`;
}
