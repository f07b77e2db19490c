/** What every fix asks that awaits in the place of a wait. */
import { asyncLibraryOf } from '../async-library.ts';
import { whyNoAwait } from '../safety/await-place.ts';
import { heldLock } from '../safety/surroundings.ts';
import type { Site } from '../site.ts';

/** Whether asyncio runs the code at `site`, and its file can be changed. */
export function isOnAsyncio(site: Site): boolean {
  return site.table.firstError === null && asyncLibraryOf(site.module, site.program) === 'asyncio';
}

/** Why the wait at `site` cannot be awaited, a sentence; null where it can. */
export function whyNotAwaited(site: Site): string | null {
  const reason = whyNoAwait(site);
  if (reason !== null) return reason;
  const lock = heldLock(site);
  return lock === null
    ? null
    : `\`${lock}\` is held here: other tasks that want it would block the event loop during the await. Wait outside of the lock, or use \`asyncio.Lock\`.`;
}
