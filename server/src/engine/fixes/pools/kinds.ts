/** The fixes that move computation to a pool where it runs at the same time. */
import type { FixKind } from '../kind.ts';
import { awaitHere } from './await-here.ts';
import { bindNow } from './bind-now.ts';
import { collectLater } from './collect-later.ts';
import { interpreterPool, processPool } from './executor-pool.ts';
import { holdKeywords } from './hold-keywords.ts';
import { moduleLevel } from './module-level.ts';
import { inInterpreterPool, inProcessPool } from './run-in-pool.ts';
import { threadsafeCall } from './threadsafe-call.ts';

export const POOL_FIXES: readonly FixKind[] = [
  {
    id: 'executor-pool',
    fixers: [interpreterPool, processPool],
    rules: ['cpu-bound-in-thread-pool'],
    title: 'Use InterpreterPoolExecutor (Python 3.14)',
    safety: 'unsafe',
    explanation: `Workers with a GIL of their own compute at the same time. Tasks get copies of their arguments and have their own globals.
For targets below Python 3.14, and where an import refuses to load in another interpreter, a \`ProcessPoolExecutor\` is offered.`,
    before: `from concurrent.futures import ThreadPoolExecutor


def crunch(n):
    total = 0
    for i in range(n):
        total += i * i
    return total


def main():
    with ThreadPoolExecutor() as pool:
        return list(pool.map(crunch, [10_000_000] * 4))
`,
    after: `from concurrent.futures import InterpreterPoolExecutor


def crunch(n):
    total = 0
    for i in range(n):
        total += i * i
    return total


def main():
    with InterpreterPoolExecutor() as pool:
        return list(pool.map(crunch, [10_000_000] * 4))
`,
    withheld: [
      'tasks that are lambdas, nested functions, methods or decorated, or that write globals',
      'arguments that cannot be copied: locks, files, sockets, connections',
      'a pool with other tasks, one that is handed on, or one made in another file or in several places',
      'a pool with an `initializer`; for a process pool also one with a `thread_name_prefix`',
      'a pool that is used when the module is imported, outside of `if __name__ == "__main__":`',
      'for interpreters: modules that import numpy, pydantic and others that refuse to load there, or that are not known',
    ],
  },
  {
    id: 'await-here',
    fixers: [awaitHere],
    rules: ['coroutine-in-executor'],
    title: 'Await the coroutine',
    safety: 'safe',
    explanation: `A coroutine never ran in the worker; awaited on the loop, it does. What is awaited already stays so, and \`asyncio.gather\` and its
like take one coroutine for the other. The import of what handed it over goes if nothing else needs it.`,
    before: `import asyncio


async def load(path):
    await asyncio.sleep(0)
    return f"{path} is loaded"


async def main(path):
    return await asyncio.to_thread(load, path)
`,
    after: `import asyncio


async def load(path):
    await asyncio.sleep(0)
    return f"{path} is loaded"


async def main(path):
    return await load(path)
`,
    withheld: [
      'threads, and pools to which `submit` hands it: nobody awaits what they give',
      'a `run_in_executor` that is not awaited at once: a future starts by itself, a coroutine does not',
      'a partial, a lambda or an asynchronous generator',
      'comments inside of the call',
    ],
  },
  {
    id: 'hold-keywords',
    fixers: [holdKeywords],
    rules: ['kwargs-in-run-in-executor'],
    title: 'Hold the arguments in functools.partial',
    safety: 'safe',
    explanation: `\`functools.partial\` holds the function with all its arguments, so that \`run_in_executor\`, which raised TypeError, is given nothing
by keyword.`,
    before: `import asyncio


def load(path, mode="r"):
    return f"{path} is loaded"


async def main(path):
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(None, load, path, mode="rb")
`,
    after: `import asyncio
import functools


def load(path, mode="r"):
    return f"{path} is loaded"


async def main(path):
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(None, functools.partial(load, path, mode="rb"))
`,
    withheld: ['an executor or a function that is not plainly in its place', 'comments inside of the call'],
  },
  {
    id: 'run-in-pool',
    fixers: [inInterpreterPool, inProcessPool],
    rules: ['cpu-bound-on-loop', 'cpu-bound-in-thread-pool'],
    title: 'Run `crunch` in a pool of interpreters (Python 3.14)',
    safety: 'unsafe',
    explanation: `A function that computes leaves the event loop for a worker with a GIL of its own, from a pool that the module makes once; a
pool of the module that is there already is used. The worker gets copies of the arguments, and shares no globals.
For targets below Python 3.14, and where an import refuses to load in another interpreter, a \`ProcessPoolExecutor\` is offered.`,
    before: `import asyncio


def crunch(n):
    total = 0
    for i in range(10_000_000):
        total += i * n
    return total


async def main(n):
    return crunch(n)
`,
    after: `import asyncio
from concurrent.futures import InterpreterPoolExecutor


def crunch(n):
    total = 0
    for i in range(10_000_000):
        total += i * n
    return total


cpu_pool = InterpreterPoolExecutor()


async def main(n):
    return await asyncio.get_running_loop().run_in_executor(cpu_pool, crunch, n)
`,
    withheld: [
      'lambdas, nested functions, methods and decorated functions, and functions that write globals',
      'arguments that cannot be copied: locks, files, sockets, connections',
      'calls with `*args`, and places where no `await` may stand',
      'code that runs when the module is imported, which the workers do again',
      'for interpreters: modules that import numpy, pydantic and others that refuse to load there, or that are not known',
    ],
  },
  {
    id: 'module-level',
    fixers: [moduleLevel],
    rules: ['unsendable-task'],
    title: 'Hand over `crunch`, a function of the module',
    safety: 'unsafe',
    explanation: `Workers in other processes and interpreters look functions up by name, so a lambda or nested function moves to the top of the
module, and what it captured becomes arguments, with the values that they have when it is handed over.`,
    before: `from concurrent.futures import ProcessPoolExecutor


def crunch(n):
    return n * n


def main(n):
    with ProcessPoolExecutor() as pool:
        return pool.submit(lambda: crunch(n)).result()
`,
    after: `from concurrent.futures import ProcessPoolExecutor


def crunch(n):
    return n * n


def main(n):
    with ProcessPoolExecutor() as pool:
        return pool.submit(crunch, n).result()
`,
    withheld: [
      'functions that change variables of the function around, or need its object (`self`)',
      'decorated functions, lambdas of several lines, and names that the module has already',
      'captured names of a nested function that is used elsewhere, too',
    ],
  },
  {
    id: 'bind-now',
    fixers: [bindNow],
    rules: ['late-binding-task'],
    title: 'Bind `url` now',
    safety: 'safe',
    explanation: `The default of a parameter is evaluated when the function is made, so each task keeps the value of its own round.`,
    before: `from concurrent.futures import ThreadPoolExecutor


def load(url):
    return f"{url} is loaded"


def load_all(urls):
    pool = ThreadPoolExecutor()
    futures = []
    for url in urls:
        futures.append(pool.submit(lambda: load(url)))
    return [future.result() for future in futures]
`,
    after: `from concurrent.futures import ThreadPoolExecutor


def load(url):
    return f"{url} is loaded"


def load_all(urls):
    pool = ThreadPoolExecutor()
    futures = []
    for url in urls:
        futures.append(pool.submit(lambda url=url: load(url)))
    return [future.result() for future in futures]
`,
    withheld: ['functions with `*args`, `**kwargs` or parameters that are only positional or only by keyword'],
  },
  {
    id: 'collect-later',
    fixers: [collectLater],
    rules: ['serialised-futures'],
    title: 'Submit all, then collect the results',
    safety: 'unsafe',
    explanation: `All tasks are submitted before the first result is waited for, so that they run at the same time. It is **unsafe**: they need not end
in their order, and those behind one that fails have started already.`,
    before: `from concurrent.futures import ThreadPoolExecutor


def load_all(load, urls):
    with ThreadPoolExecutor() as pool:
        return [pool.submit(load, url).result() for url in urls]
`,
    after: `from concurrent.futures import ThreadPoolExecutor


def load_all(load, urls):
    with ThreadPoolExecutor() as pool:
        return [future.result() for future in [pool.submit(load, url) for url in urls]]
`,
    withheld: [
      'a loop that does more than using the result, or that uses its variable besides',
      'a result that is asked for under a condition',
      'lambdas, which would read the variable of a loop that has gone on',
      '`pool.apply`, which gives no future, and dictionary comprehensions',
    ],
  },
  {
    id: 'threadsafe-call',
    fixers: [threadsafeCall],
    rules: ['loop-call-from-thread'],
    title: 'Use call_soon_threadsafe',
    safety: 'safe or unsafe',
    explanation: `The loop does it in its own thread, and wakes for it; coroutines are given to \`asyncio.run_coroutine_threadsafe\`. It is **unsafe** for
\`put_nowait\`: a full queue raises on the loop then, and not here.`,
    before: `import asyncio


def read(done: asyncio.Event, loop: asyncio.AbstractEventLoop):
    done.set()


async def main():
    done = asyncio.Event()
    await asyncio.to_thread(read, done, asyncio.get_running_loop())
    await done.wait()
`,
    after: `import asyncio


def read(done: asyncio.Event, loop: asyncio.AbstractEventLoop):
    loop.call_soon_threadsafe(done.set)


async def main():
    done = asyncio.Event()
    await asyncio.to_thread(read, done, asyncio.get_running_loop())
    await done.wait()
`,
    withheld: [
      'a function that has no loop in sight: pass it in where the thread is started',
      'a call whose result is used, or that has keywords',
      '`call_later` and `call_at`',
    ],
  },
];
