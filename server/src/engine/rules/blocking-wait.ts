/** Waiting for another thread or process on the event loop. */
import { blockingRule } from './blocking.ts';

export const blockingWait = blockingRule({
  id: 'blocking-wait',
  kind: 'wait',
  level: 'error',
  isRecommended: true,
  alsoKnownAs: [],
  summary: 'Waiting for another thread or process on the event loop.',
  explanation: `A lock, event, queue or future of \`threading\`, \`queue\`, \`concurrent.futures\` or \`multiprocessing\` waits for somebody else while it
holds the event loop; if that somebody needs the loop, both wait forever.

Taking a lock of \`threading\` is reported only where another thread does something slow while it holds that same lock: waits for the
network, the disk, or sleeps. A lock around a few lines of arithmetic, or one that only the loop takes, keeps nobody waiting.

Use the asyncio counterpart, \`asyncio.wrap_future\`, or wait in a thread.`,
  bad: `from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor()


async def total(numbers):
    return pool.submit(sum, numbers).result()
`,
  good: `import asyncio
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor()


async def total(numbers):
    return await asyncio.wrap_future(pool.submit(sum, numbers))
`,
});
