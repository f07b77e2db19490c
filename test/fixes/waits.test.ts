/** Waits for futures, executors, locks and queues of threads: what can be awaited, and what is better left alone. */
import { describe } from 'vitest';
import { type FixCase, py, testFixes } from '../harness/fix-cases.ts';

const HEAD = `import asyncio
import concurrent.futures
from concurrent.futures import Future, ThreadPoolExecutor

pool = ThreadPoolExecutor()


def work(*numbers):
    return sum(numbers)


`;
const MAIN = 'async def main(future: Future, futures: list[Future], numbers, loop, url, item):\n';

function inside(name: string, before: string, after: string, more: Partial<FixCase> = {}): FixCase {
  const text = (body: string) => `${HEAD}${MAIN}    ${body}\n`;
  return { name, before: text(before), fix: 'Await', after: text(after), ...more };
}

const refused = (name: string, before: string, withheld: string, more: Partial<FixCase> = {}): FixCase => ({
  name,
  before: inside('', before, '').before,
  withheld,
  ...more,
});

describe('a future of concurrent.futures is wrapped', () => {
  testFixes([
    inside(
      'what was just submitted',
      'x = pool.submit(work, 1).result()',
      'x = await asyncio.wrap_future(pool.submit(work, 1))',
      {
        safety: 'safe',
      },
    ),
    inside(
      'a parameter, which others may cancel',
      'return future.result()',
      'return await asyncio.wrap_future(future)',
      {
        safety: 'unsafe',
      },
    ),
    inside(
      'a local name of what was submitted',
      'job = pool.submit(work)\n    print(job.result())',
      'job = pool.submit(work)\n    print(await asyncio.wrap_future(job))',
      {
        safety: 'safe',
      },
    ),
    inside(
      'not safe where the module cancels futures',
      'job = pool.submit(work)\n    print(job.result())\n    job.cancel()',
      'job = pool.submit(work)\n    print(await asyncio.wrap_future(job))\n    job.cancel()',
      {
        safety: 'unsafe',
      },
    ),
    inside('an attribute of the result', 'x = future.result().name', 'x = (await asyncio.wrap_future(future)).name'),
    inside(
      'each of a list',
      'x = [job.result() for job in futures]',
      'x = [await asyncio.wrap_future(job) for job in futures]',
    ),
    inside('no timeout', 'future.result(None)', 'await asyncio.wrap_future(future)'),
    inside(
      'a timeout, shielded for others who have the future',
      'future.result(timeout=5)',
      'await asyncio.wait_for(asyncio.shield(asyncio.wrap_future(future)), 5)',
      { safety: 'unsafe' },
    ),
    inside(
      'a timeout of what nobody else has',
      'pool.submit(work).result(item.limit)',
      'await asyncio.wait_for(asyncio.wrap_future(pool.submit(work)), item.limit)',
    ),
    inside(
      'a call over several lines with comments',
      'x = pool.submit(\n        work,  # the task\n        1,\n    ).result()  # its result',
      'x = await asyncio.wrap_future(pool.submit(\n        work,  # the task\n        1,\n    ))  # its result',
    ),
    inside('a part of an f-string', 'x = f"{future.result()!r}"', 'x = f"{await asyncio.wrap_future(future)!r}"'),
    inside('what stands behind a keyword', 'return(future).result()', 'return await asyncio.wrap_future((future))'),
    inside(
      'a call that gets too long for its line',
      'return pool.submit(work, numbers[0], numbers[1], numbers[2], numbers[3], number=url).result()',
      'return await asyncio.wrap_future(\n        pool.submit(work, numbers[0], numbers[1], numbers[2], numbers[3], number=url)\n    )',
    ),
    inside(
      'a handler of the builtin TimeoutError',
      'try:\n        future.result(1)\n    except TimeoutError:\n        pass',
      'try:\n        await asyncio.wait_for(asyncio.shield(asyncio.wrap_future(future)), 1)\n    except TimeoutError:\n        pass',
    ),
    {
      name: 'the import comes with it, in the form that the file has',
      before: py`
        from asyncio import sleep
        from concurrent.futures import Future


        async def main(future: Future):
            await sleep(1)
            return future.result(3)
      `,
      fix: 'Await',
      after: py`
        from asyncio import shield, sleep, wait_for, wrap_future
        from concurrent.futures import Future


        async def main(future: Future):
            await sleep(1)
            return await wait_for(shield(wrap_future(future)), 3)
      `,
    },
    {
      name: 'an error that asyncio does not raise is waited for in a thread',
      before: `${HEAD}${MAIN}    try:\n        future.result()\n    except concurrent.futures.CancelledError:\n        pass\n`,
      fix: 'Run `future.result` in a thread',
    },
    {
      name: 'as is a timeout that is caught by its old name, before Python 3.11',
      target: 10,
      before: `${HEAD}${MAIN}    try:\n        future.result(1)\n    except concurrent.futures.TimeoutError:\n        pass\n`,
      fix: 'Run `future.result` in a thread',
    },
    {
      name: 'on trio a thread waits',
      before:
        'import trio\nfrom concurrent.futures import Future\n\n\nasync def main(future: Future):\n    future.result()\n',
      fix: 'Run `future.result` in a thread (trio',
    },
    refused('a comment inside of the call', 'future.result(  # now\n    )', 'comment'),
    refused('a generator expression', 'x = (job.result() for job in futures)\n    print(*x)', 'loop'),
    refused(
      'a lock that is held',
      'import threading\n    lock = threading.Lock()\n    with lock:\n        future.result()',
      '`lock` is held',
    ),
    refused('a finally', 'try:\n        pass\n    finally:\n        future.result()', 'cancelled'),
  ]);
});

describe('a coroutine for the loop that runs already is awaited', () => {
  const own = 'loop = asyncio.get_running_loop()\n    ';
  testFixes([
    inside(
      'the running loop by name',
      `${own}asyncio.run_coroutine_threadsafe(asyncio.sleep(1), loop).result()`,
      `${own}await asyncio.sleep(1)`,
      { safety: 'safe' },
    ),
    inside(
      'the running loop as a call',
      'x = asyncio.run_coroutine_threadsafe(asyncio.sleep(1), asyncio.get_running_loop()).result().y',
      'x = (await asyncio.sleep(1)).y',
      { safety: 'safe' },
    ),
    inside(
      'with a timeout',
      `${own}asyncio.run_coroutine_threadsafe(asyncio.sleep(1), loop).result(timeout=item)`,
      `${own}await asyncio.wait_for(asyncio.sleep(1), item)`,
      { safety: 'unsafe' },
    ),
    inside(
      'a choice of coroutines',
      `${own}asyncio.run_coroutine_threadsafe(asyncio.sleep(1) if url else asyncio.sleep(2), loop).result()`,
      `${own}await (asyncio.sleep(1) if url else asyncio.sleep(2))`,
    ),
    inside(
      'but for a loop that may be another, its future',
      'asyncio.run_coroutine_threadsafe(asyncio.sleep(1), loop).result()',
      'await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(asyncio.sleep(1), loop))',
    ),
  ]);
});

describe('the results of an executor are gathered', () => {
  testFixes([
    inside(
      'a list of them',
      'results = list(pool.map(work, numbers))',
      'running_loop = asyncio.get_running_loop()\n    results = await asyncio.gather(*[running_loop.run_in_executor(pool, work, number) for number in numbers])',
      { safety: 'unsafe', settings: { lineLength: 120 } },
    ),
    inside(
      'in the block of their executor, by the name that the loop has',
      'ours = asyncio.get_running_loop()\n    with ThreadPoolExecutor() as threads:\n        results = list(threads.map(work, url))',
      'ours = asyncio.get_running_loop()\n    with ThreadPoolExecutor() as threads:\n        results = await asyncio.gather(*[ours.run_in_executor(threads, work, item2) for item2 in url])',
      { at: 'threads.map', settings: { lineLength: 120 } },
    ),
    inside(
      'of several iterables, read by something else',
      'ours = asyncio.get_running_loop()\n    print(sum(pool.map(work, numbers, url)))',
      'ours = asyncio.get_running_loop()\n    print(sum(await asyncio.gather(*[ours.run_in_executor(pool, work, number, item2) for number, item2 in zip(numbers, url)])))',
      { settings: { lineLength: 140 } },
    ),
    inside(
      'a loop awaits each',
      'for a, b in pool.map(work, numbers):  # in order\n        # first\n        print(a)\n        if b:\n            break',
      'running_loop = asyncio.get_running_loop()\n    for job in [running_loop.run_in_executor(pool, work, number) for number in numbers]:  # in order\n        # first\n        a, b = await job\n        print(a)\n        if b:\n            break',
      { safety: 'unsafe', settings: { lineLength: 120 } },
    ),
    inside(
      'a comprehension',
      'ours = asyncio.get_running_loop()\n    x = [y + 1 for y in pool.map(work, numbers)]',
      'ours = asyncio.get_running_loop()\n    x = [y + 1 for y in await asyncio.gather(*[ours.run_in_executor(pool, work, number) for number in numbers])]',
      { settings: { lineLength: 140 } },
    ),
    inside(
      'behind other text on its line the loop is asked for there',
      'if url: x = list(pool.map(work, numbers))',
      'if url: x = await asyncio.gather(*[asyncio.get_running_loop().run_in_executor(pool, work, number) for number in numbers])',
      { settings: { lineLength: 140 } },
    ),
    {
      name: 'with options of map a thread waits',
      before: inside('', 'x = list(pool.map(work, numbers, timeout=5))', '').before,
      fix: 'Run `list` in a thread',
    },
    refused(
      'a loop over what is done to them otherwise',
      'for x in pool.map(work, numbers, timeout=5):\n        pass',
      'loop',
    ),
    refused('a loop on one line', 'for x in pool.map(work, numbers): print(x)', 'whole loop'),
    refused(
      'leaving an executor whose work nobody awaits',
      'with ThreadPoolExecutor() as threads:\n        threads.submit(work)',
      'asyncio.wrap_future',
    ),
  ]);
});

describe('futures are awaited as they complete', () => {
  const completed = (name: string, before: string, after: string, more: Partial<FixCase> = {}) =>
    inside(name, before, after, { safety: 'unsafe', ...more });
  testFixes([
    completed(
      'a list of them',
      'for job in concurrent.futures.as_completed(futures):\n        print(job.result())',
      'for job in asyncio.as_completed([asyncio.wrap_future(pending) for pending in futures]):\n        print(await job)',
      { settings: { lineLength: 120 } },
    ),
    completed(
      'submitted there',
      'for job in concurrent.futures.as_completed([pool.submit(work, y) for y in numbers if y]):\n        try:\n            x = job.result()[0]\n        except ValueError:\n            pass',
      'for job in asyncio.as_completed([asyncio.wrap_future(pool.submit(work, y)) for y in numbers if y]):\n        try:\n            x = (await job)[0]\n        except ValueError:\n            pass',
      { settings: { lineLength: 120 } },
    ),
    {
      name: 'the import goes if nothing else needs it',
      before:
        'from concurrent.futures import as_completed\n\n\nasync def main(jobs):\n    for job in as_completed(jobs):\n        print(job.result())\n',
      after:
        'import asyncio\n\n\nasync def main(jobs):\n    for job in asyncio.as_completed([asyncio.wrap_future(pending) for pending in jobs]):\n        print(await job)\n',
    },
    refused(
      'a future that is a key',
      'for job in concurrent.futures.as_completed(futures):\n        print(url[job], job.result())',
      'key',
    ),
    refused(
      'a future that is used behind the loop',
      'for job in concurrent.futures.as_completed(futures):\n        print(job.result())\n    print(job)',
      'key',
    ),
    refused(
      'a result that is asked for again and again',
      'for job in concurrent.futures.as_completed(futures):\n        for y in numbers:\n            print(job.result())',
      'key',
    ),
    refused(
      'a timeout',
      'for job in concurrent.futures.as_completed(futures, timeout=3):\n        print(job.result())',
      'loop',
    ),
    refused(
      'a result that is asked for in a finally',
      'for job in concurrent.futures.as_completed(futures):\n        try:\n            pass\n        finally:\n            print(job.result())',
      'cancelled',
    ),
  ]);
});

describe('what only threads can wait for says what to do', () => {
  const waits = (name: string, line: string, withheld: string): FixCase => ({
    name,
    before: `import multiprocessing, queue, threading\n\n\nthing = ${line.split('.', 2).join('.')}()\n\n\nasync def main():\n    thing.${line.split('.').slice(2).join('.')}\n`,
    withheld,
  });
  testFixes([
    waits('an item of a queue', 'queue.Queue.get()', '`asyncio.Queue`'),
    waits('an item of a queue, for some time', 'queue.PriorityQueue.get(timeout=1)', '`asyncio.PriorityQueue`'),
    waits('a semaphore', 'threading.Semaphore.acquire()', '`asyncio.Semaphore`'),
    waits('a condition', 'threading.Condition.wait()', '`asyncio.Condition`'),
    waits('a condition that is tested', 'threading.Condition.wait_for(print)', '`asyncio.Condition`'),
    waits('a lock of processes', 'multiprocessing.Lock.acquire()', 'as a whole in a thread'),
  ]);
  const held = (name: string, lock: string): FixCase => ({
    name,
    before: `import threading\nimport time\n\nlock = threading.${lock}()\n\n\ndef hold():\n    with lock:\n        time.sleep(1)\n\n\nthreading.Thread(target=hold).start()\n\n\nasync def main():\n    lock.acquire()\n`,
    withheld: '`asyncio.Lock`',
  });
  testFixes([held('a lock', 'Lock'), held('a lock that knows its thread', 'RLock')]);
  const moves = (line: string): FixCase => ({
    name: `a thread can wait: ${line}`,
    before: `import multiprocessing, queue, threading\n\n\nthing = ${line.split('.', 2).join('.')}()\n\n\nasync def main():\n    thing.${line.split('.').slice(2).join('.')}\n`,
    fix: 'Run `thing.',
    safety: 'unsafe',
  });
  testFixes([
    moves('threading.Event.wait()'),
    moves('threading.Thread.join()'),
    moves('multiprocessing.Process.join()'),
    moves('queue.Queue.join()'),
    moves('multiprocessing.Queue.get()'),
  ]);
});
