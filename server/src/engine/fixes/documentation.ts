/** What the documentation says of each kind of fix: what it does, an example that is a test too, and when it is withheld. */
import type { Safety } from '../findings/finding.ts';

export interface FixPage {
  /** The fix's title in the editor, or the start of it. */
  readonly title: string;
  readonly safety: Safety | 'safe or unsafe';
  /** Markdown: what it does and what to know. */
  readonly explanation: string;
  readonly before: string;
  readonly after: string;
  /** Markdown list items: when there is no such fix. */
  readonly withheld: readonly string[];
}

const WITHHELD_FROM_AWAITS: readonly string[] = [
  'in a function that is not `async`, a lambda, a generator expression, a class body',
  'in a `finally`, or in an `except` that catches cancellation: the await could be cancelled itself',
  'while a lock of `threading` is held: whoever wants it would block the event loop during the await',
  'in code that Twisted runs, and in files with syntax errors',
];

export const FIX_PAGES: readonly FixPage[] = [
  {
    title: 'Run `requests.get` in a thread (asyncio.to_thread)',
    safety: 'safe or unsafe',
    explanation: `The call runs in a worker thread while the event loop goes on; contextvars are copied. In modules of trio and anyio it is
their \`to_thread.run_sync\`, for targets below Python 3.9 \`loop.run_in_executor\`.

It is **safe** for a function of a library, and for a method of a \`Path\`: it works on its arguments and on the world outside, so the
thread makes no difference but for the stall. It is **unsafe** where another task or thread could notice: the program's own
functions, methods of an object that others may use meanwhile (a session, a file, a connection), callbacks of the program, waits that
a cancelled task leaves behind in their thread, functions that write what others may change (\`json.dump\`), and awaits in an update
(\`self.total += …\`), in a loop over something shared (\`for x in self.items\`) or under a context manager that may hold for one thread
only.`,
    before: `import requests


async def load(url):
    return requests.get(url, timeout=5).json()
`,
    after: `import asyncio

import requests


async def load(url):
    return (await asyncio.to_thread(requests.get, url, timeout=5)).json()
`,
    withheld: [
      ...WITHHELD_FROM_AWAITS,
      'what belongs to its thread: connections of sqlite3, sessions of an ORM, locks, signals; also deep inside of a helper',
      'a helper that uses the running loop (`asyncio.get_running_loop()`, `create_task`), anywhere below',
      'an argument that blocks by itself, which would still be evaluated on the loop',
      '`with open(…)`, `for … in path.glob(…)`: the whole block has to move; put it into a function',
      'a result that is awaited',
    ],
  },
  {
    title: 'Use asyncio.sleep',
    safety: 'safe',
    explanation: `The same pause, in which other tasks run. In modules of trio and anyio it is their \`sleep\`. The import of \`time\` goes if
nothing else needs it.`,
    before: `import time


async def poll(ready):
    while not ready():
        time.sleep(0.1)
`,
    after: `import asyncio


async def poll(ready):
    while not ready():
        await asyncio.sleep(0.1)
`,
    withheld: WITHHELD_FROM_AWAITS,
  },
  {
    title: 'Use aiohttp',
    safety: 'unsafe',
    explanation: `The statement, or the statements that read the response, move into a session of aiohttp. Differences that remain: errors are
those of aiohttp, text without a charset is read as UTF-8, proxies of the environment are not used, each call opens a session of its own
(keep one for the program), and without \`timeout\` a request ends after five minutes.`,
    before: `import requests


async def load(url):
    response = requests.get(url, params={"q": "a"}, timeout=5)
    response.raise_for_status()
    return response.json()
`,
    after: `import aiohttp


async def load(url):
    async with aiohttp.ClientSession() as session:
        async with session.get(url, params={"q": "a"}, timeout=aiohttp.ClientTimeout(sock_connect=5, sock_read=5)) as response:
            response.raise_for_status()
            return await response.json(content_type=None)
`,
    withheld: [
      ...WITHHELD_FROM_AWAITS,
      'a response that is returned, stored, handed on, tested as a whole, or read outside of its block',
      'what aiohttp has no counterpart of: `files`, `proxies`, `hooks`, `stream`, `cert`, authentication classes, `.elapsed`, `.raw`, …',
      '`except` clauses around it that would not catch the errors of aiohttp',
      '`*args`, `**kwargs`, and a `timeout` of which it is not known whether it is a number or a pair',
    ],
  },
  {
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
    title: 'Await the coroutine',
    safety: 'safe',
    explanation: '`asyncio.run` under a running event loop raises; awaiting the coroutine does what was meant.',
    before: `import asyncio


async def load():
    return 1


async def main():
    await asyncio.sleep(0)
    return asyncio.run(load())
`,
    after: `import asyncio


async def load():
    return 1


async def main():
    await asyncio.sleep(0)
    return await load()
`,
    withheld: ['where the loop is started by a helper, or for something that is not plainly a coroutine'],
  },
];
