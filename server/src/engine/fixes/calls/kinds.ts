/** The fixes that change one call where it stands. */
import { EVERY_BLOCKING_RULE, type FixKind, WITHHELD_FROM_AWAITS } from '../kind.ts';
import { asyncioSleep } from './asyncio-sleep.ts';
import { awaitCoroutine } from './await-coroutine.ts';
import { toThread } from './to-thread.ts';

export const CALL_FIXES: readonly FixKind[] = [
  {
    id: 'asyncio-sleep',
    fixers: [asyncioSleep],
    supersedes: ['to-thread'],
    rules: ['blocking-sleep'],
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
    id: 'await-coroutine',
    fixers: [awaitCoroutine],
    rules: ['nested-event-loop'],
    title: 'Await the coroutine',
    safety: 'safe',
    explanation:
      '`asyncio.run` and `loop.run_until_complete` raise under a running event loop; awaiting the coroutine, or what `asyncio.gather` gives, does what was meant.',
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
    withheld: [
      'where the loop is started by a helper, or for something that is not plainly a coroutine, a task or a future',
      'with further arguments (`debug=True`)',
      'in `with asyncio.Runner()`, which raises when its block is left: await in the place of the whole block',
    ],
  },
];

/** Helps with most findings, where nothing else does. */
export const TO_THREAD: FixKind = {
  id: 'to-thread',
  fixers: [toThread],
  rules: [...EVERY_BLOCKING_RULE, 'cpu-bound-on-loop'],
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
    '`with open(…)`, `for … in path.glob(…)`: [the whole block has to move](block-to-thread.md)',
    'a result that is awaited',
    'one call that computes and keeps the GIL: it freezes the event loop from a thread as well',
  ],
};
