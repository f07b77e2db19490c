/** The fixes of waits for futures and executors of `concurrent.futures`. */
import { type FixKind, WITHHELD_FROM_AWAITS } from '../kind.ts';
import { asCompleted } from './as-completed.ts';
import { awaitOnOwnLoop } from './await-on-own-loop.ts';
import { gatherMap } from './gather-map.ts';
import { wrapFuture } from './wrap-future.ts';

export const WAIT_FIXES: readonly FixKind[] = [
  {
    id: 'await-on-own-loop',
    fixers: [awaitOnOwnLoop],
    supersedes: ['wrap-future', 'to-thread'],
    rules: ['pool-deadlock', 'blocking-wait'],
    title: 'Await the coroutine',
    safety: 'safe or unsafe',
    explanation: `\`asyncio.run_coroutine_threadsafe\` is for other threads. On the loop that is to run the coroutine, waiting for its result
waits forever; awaiting the coroutine does what was meant. With a timeout, which is how such code ends today, it is **unsafe**.`,
    before: `import asyncio


async def load():
    await asyncio.sleep(1)


async def main():
    loop = asyncio.get_running_loop()
    return asyncio.run_coroutine_threadsafe(load(), loop).result()
`,
    after: `import asyncio


async def load():
    await asyncio.sleep(1)


async def main():
    loop = asyncio.get_running_loop()
    return await load()
`,
    withheld: [...WITHHELD_FROM_AWAITS, 'a loop that is not plainly the one that runs this coroutine'],
  },
  {
    id: 'wrap-future',
    fixers: [wrapFuture],
    supersedes: ['to-thread'],
    rules: ['blocking-wait'],
    title: 'Await the future (asyncio.wrap_future)',
    safety: 'safe or unsafe',
    explanation: `The same result or exception, without holding the event loop or a thread. A timeout becomes \`asyncio.wait_for\`, with
\`asyncio.shield\` where others can still ask for the future, which a timeout would cancel.

It is **unsafe** with a timeout, and where others may have or cancel the future: asyncio raises its own \`CancelledError\` then.`,
    before: `from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor()


async def total(numbers):
    return pool.submit(sum, numbers).result()
`,
    after: `import asyncio
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor()


async def total(numbers):
    return await asyncio.wrap_future(pool.submit(sum, numbers))
`,
    withheld: [
      ...WITHHELD_FROM_AWAITS,
      'where an `except` around it catches the `CancelledError` of `concurrent.futures`, or before Python 3.11 its `TimeoutError`: a thread can wait then',
    ],
  },
  {
    id: 'gather-map',
    fixers: [gatherMap],
    rules: ['blocking-wait'],
    title: 'Await all results (asyncio.gather)',
    safety: 'unsafe',
    explanation: `The results of \`pool.map\` are awaited: all at once where they are read as a whole, one by one where a loop reads them. A
\`with ThreadPoolExecutor()\` around finds its work done, so leaving it waits for nothing.

It is **unsafe**: where a task fails, \`map\` cancels those that have not started, and \`gather\` raises the first error in time, not the
first in order.`,
    before: `from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor()


async def sizes(measure, paths):
    return list(pool.map(measure, paths))
`,
    after: `import asyncio
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor()


async def sizes(measure, paths):
    loop = asyncio.get_running_loop()
    return await asyncio.gather(
        *[loop.run_in_executor(pool, measure, path) for path in paths]
    )
`,
    withheld: [...WITHHELD_FROM_AWAITS, 'with `timeout`, `chunksize` or `buffersize`, and with `*args`'],
  },
  {
    id: 'as-completed',
    fixers: [asCompleted],
    supersedes: ['to-thread'],
    rules: ['blocking-wait'],
    title: 'Await the futures as they complete (asyncio.as_completed)',
    safety: 'unsafe',
    explanation: `\`asyncio.as_completed\` over the wrapped futures: each is awaited where its \`result()\` was asked for. It is **unsafe**, since a
task that is cancelled cancels those that have not started.`,
    before: `from concurrent.futures import as_completed


async def show(futures):
    for future in as_completed(futures):
        print(future.result())
`,
    after: `import asyncio


async def show(futures):
    for future in asyncio.as_completed([asyncio.wrap_future(job) for job in futures]):
        print(await future)
`,
    withheld: [
      ...WITHHELD_FROM_AWAITS,
      'a future that is used for more than one `result()` in the loop, as a key of a dict for instance',
      'with a `timeout`, which asyncio raises inside of the loop',
    ],
  },
];
