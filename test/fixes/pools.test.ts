/** Pools and futures used rightly: coroutines stay on the loop, keywords reach their function, names are bound in time. */
import { describe } from 'vitest';
import { type FixCase, testFixes } from '../harness/fix-cases.ts';

const COROUTINES = `import asyncio
import functools
from concurrent.futures import ThreadPoolExecutor

import anyio
from starlette.concurrency import run_in_threadpool

pool = ThreadPoolExecutor()


async def load(*paths, **options):
    await asyncio.sleep(0)
    return f"{paths} {options}"


class Store:
    async def read(self, path):
        await asyncio.sleep(0)
        return path


`;
const MAIN = 'async def main(a, b, store: Store, loop: asyncio.AbstractEventLoop):\n';

function inside(name: string, before: string, after: string, more: Partial<FixCase> = {}): FixCase {
  const text = (body: string) => `${COROUTINES}${MAIN}    ${body}\n`;
  return { name, before: text(before), after: text(after), ...more };
}

const refused = (name: string, before: string, withheld: string): FixCase => ({
  name,
  before: inside('', before, '').before,
  withheld,
});

describe('a coroutine is awaited instead of being handed to a worker', () => {
  const safe = { safety: 'safe' as const };
  testFixes([
    inside('to_thread', 'return await asyncio.to_thread(load, a)', 'return await load(a)', safe),
    inside('without arguments', 'await asyncio.to_thread(load)', 'await load()', safe),
    inside('keywords', 'await asyncio.to_thread(load, a, key=b)', 'await load(a, key=b)', safe),
    inside('stars', 'await asyncio.to_thread(load, *a, **b)', 'await load(*a, **b)', safe),
    inside('a method', 'x = await asyncio.to_thread(store.read, a)', 'x = await store.read(a)', safe),
    inside('the loop', 'await loop.run_in_executor(None, load, a, b)', 'await load(a, b)', safe),
    inside('a pool', 'await loop.run_in_executor(pool, load, a)', 'await load(a)', safe),
    {
      ...inside('anyio', 'await anyio.to_thread.run_sync(store.read, a)', ''),
      after: `${COROUTINES.replace('import anyio\n', '')}${MAIN}    await store.read(a)\n`,
      ...safe,
    },
    inside('a subscript', 'return (await asyncio.to_thread(load, a))[0]', 'return (await load(a))[0]', safe),
    inside(
      'gathered',
      'await asyncio.gather(asyncio.to_thread(load, a), store.read(b))',
      'await asyncio.gather(load(a), store.read(b))',
      safe,
    ),
    inside(
      'a task',
      'return asyncio.create_task(asyncio.to_thread(load, a))',
      'return asyncio.create_task(load(a))',
      safe,
    ),
    inside(
      'in time',
      'await asyncio.wait_for(asyncio.to_thread(load, a), 1)',
      'await asyncio.wait_for(load(a), 1)',
      safe,
    ),
    refused('a thread of a pool', 'pool.submit(load, a)', 'cannot await'),
    refused('a future that runs by itself', 'return loop.run_in_executor(None, load, a)', 'Nobody awaits it here'),
    refused('a partial', 'await asyncio.to_thread(functools.partial(load, a))', 'not plainly'),
    refused(
      'keywords of the offload',
      'await anyio.to_thread.run_sync(load, a, abandon_on_cancel=True)',
      'not plainly',
    ),
    refused('a comment', 'await asyncio.to_thread(\n        load,  # it loads\n        a,\n    )', 'comment'),
  ]);
});

describe('keywords for a function that an executor runs are held in a partial', () => {
  const safe = { safety: 'safe' as const };
  testFixes([
    inside(
      'one',
      'await loop.run_in_executor(None, print, a, end="")',
      'await loop.run_in_executor(None, functools.partial(print, a, end=""))',
      safe,
    ),
    inside(
      'several, and stars',
      'return loop.run_in_executor(pool, print, *a, sep=b, end="")',
      'return loop.run_in_executor(pool, functools.partial(print, *a, sep=b, end=""))',
      safe,
    ),
    inside(
      'a lambda',
      'await loop.run_in_executor(None, lambda x: x, x=a)',
      'await loop.run_in_executor(None, functools.partial(lambda x: x, x=a))',
      safe,
    ),
    inside(
      'a long line',
      'somewhat_longer = await loop.run_in_executor(None, print, "a text of some length", end="")',
      'somewhat_longer = await loop.run_in_executor(\n        None, functools.partial(print, "a text of some length", end="")\n    )',
      safe,
    ),
    refused(
      'a comment',
      'await loop.run_in_executor(\n        None,\n        print,  # aloud\n        end=a,\n    )',
      'comment',
    ),
  ]);
});

describe('a task keeps the value of its round', () => {
  const text = (body: string) => `from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor()


def all_of(urls):
    jobs = []
    for url in urls:
        name = str(url)
${body.replace(/^(?=.)/gm, '        ')}
    return jobs
`;
  const bound = (name: string, before: string, after: string): FixCase => ({
    name,
    before: text(before),
    after: text(after),
    fix: 'Bind',
    safety: 'safe',
  });
  testFixes([
    bound(
      'a lambda',
      'jobs.append(pool.submit(lambda: str(url)))',
      'jobs.append(pool.submit(lambda url=url: str(url)))',
    ),
    bound(
      'two names',
      'jobs.append(pool.submit(lambda: [url, name]))',
      'jobs.append(pool.submit(lambda url=url, name=name: [url, name]))',
    ),
    bound(
      'behind parameters',
      'jobs.append(pool.submit(lambda n: [url, n], 1))',
      'jobs.append(pool.submit(lambda n, url=url: [url, n], 1))',
    ),
    bound(
      'a nested function',
      'def task():\n    return str(url)\n\njobs.append(pool.submit(task))',
      'def task(url=url):\n    return str(url)\n\njobs.append(pool.submit(task))',
    ),
    {
      name: 'a function that takes anything',
      before: text('jobs.append(pool.submit(lambda *n: [url, n], 1))'),
      withheld: 'no plain place',
    },
  ]);
});

describe('all tasks are submitted before the first is waited for', () => {
  const text = (body: string) => `from concurrent.futures import ThreadPoolExecutor
from multiprocessing.pool import ThreadPool

pool = ThreadPoolExecutor()
threads = ThreadPool()


def all_of(urls, found):
${body.replace(/^(?=.)/gm, '    ')}
`;
  const collected = (name: string, before: string, after: string): FixCase => ({
    name,
    before: text(before),
    after: text(after),
    safety: 'unsafe',
  });
  testFixes([
    collected(
      'a comprehension',
      'return [pool.submit(str, url).result() for url in urls if url]',
      'return [future.result() for future in [pool.submit(str, url) for url in urls if url]]',
    ),
    collected(
      'a set',
      'return {pool.submit(str, url).result() for url in urls}',
      'return {future.result() for future in [pool.submit(str, url) for url in urls]}',
    ),
    collected(
      'a pool of multiprocessing',
      'return [threads.apply_async(str, (url,)).get() for url in urls]',
      'return [future.get() for future in [threads.apply_async(str, (url,)) for url in urls]]',
    ),
    collected(
      'append',
      'for number, url in enumerate(urls):  # all\n    found.append(pool.submit(str, url, number).result())\nreturn found',
      'for future in [pool.submit(str, url, number) for number, url in enumerate(urls)]:  # all\n    found.append(future.result())\nreturn found',
    ),
    collected(
      'a part of the result',
      'for url in urls:\n    print(pool.submit(str, url).result().strip())',
      'for future in [pool.submit(str, url) for url in urls]:\n    print(future.result().strip())',
    ),
    {
      name: 'a loop that does more',
      before: text('for url in urls:\n    print(url)\n    print(pool.submit(str, url).result())'),
      withheld: 'does more',
    },
    {
      name: 'a loop that uses its variable besides',
      before: text('for url in urls:\n    print(url, pool.submit(str, url).result())'),
      withheld: 'does more',
    },
    {
      name: 'a variable that is used behind the loop',
      before: text('for url in urls:\n    print(pool.submit(str, url).result())\nreturn url'),
      withheld: 'does more',
    },
    {
      name: 'a condition',
      before: text('for url in urls:\n    found and pool.submit(str, url).result()'),
      withheld: 'does more',
    },
    {
      name: 'a lambda',
      before: text('return [pool.submit(lambda: str(url)).result() for url in urls]'),
      withheld: 'A lambda would read',
    },
    {
      name: 'no future',
      before: text('for url in urls:\n    threads.apply(str, (url,))'),
      withheld: 'no futures',
    },
  ]);
});

describe('a thread gives to the loop what belongs to it', () => {
  const text = (body: string) => `import asyncio


async def work():
    await asyncio.sleep(0)


def run(queue: asyncio.Queue, done: asyncio.Event, loop: asyncio.AbstractEventLoop):
    ${body}


async def main():
    loop = asyncio.get_running_loop()
    await asyncio.to_thread(run, asyncio.Queue(), asyncio.Event(), loop)
`;
  const given = (name: string, before: string, after: string, safety: 'safe' | 'unsafe' = 'safe'): FixCase => ({
    name,
    before: text(before),
    after: text(after),
    safety,
  });
  testFixes([
    given('call_soon', 'loop.call_soon(print, 1)', 'loop.call_soon_threadsafe(print, 1)'),
    given('a handle', 'return loop.call_soon(print, 1)', 'return loop.call_soon_threadsafe(print, 1)'),
    given('a task', 'loop.create_task(work())', 'asyncio.run_coroutine_threadsafe(work(), loop)'),
    given('a task of asyncio', 'asyncio.create_task(work())', 'asyncio.run_coroutine_threadsafe(work(), loop)'),
    given('an event', 'done.set()', 'loop.call_soon_threadsafe(done.set)'),
    given('a queue', 'queue.put_nowait(1)', 'loop.call_soon_threadsafe(queue.put_nowait, 1)', 'unsafe'),
    { name: 'a result', before: text('return queue.get_nowait()'), withheld: 'Its result is used' },
    {
      name: 'no loop',
      before: text('done.set()').replace(', loop: asyncio.AbstractEventLoop', '').replace('Event(), loop)', 'Event())'),
      withheld: 'not known here',
    },
    { name: 'later', before: text('loop.call_later(1, print)'), withheld: 'no keywords' },
  ]);
});
