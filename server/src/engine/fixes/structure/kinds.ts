/** The fixes of code that takes the wrong way to a thread. */
import { type FixKind, WITHHELD_FROM_AWAITS } from '../kind.ts';
import { awaitOffload } from './await-offload.ts';
import { handOverFunction } from './hand-over-function.ts';
import { plainRoute } from './plain-route.ts';

export const STRUCTURE_FIXES: readonly FixKind[] = [
  {
    id: 'hand-over-function',
    fixers: [handOverFunction],
    rules: ['evaluated-before-offload'],
    title: 'Hand over the function and its arguments',
    safety: 'safe',
    explanation: `The call is taken apart into the function and its arguments: \`functools.partial\` holds keywords that \`run_in_executor\` does
not take, \`args=\` and \`kwargs=\` those of a \`Thread\`.`,
    before: `import asyncio


def load(path):
    return f"{path} is loaded"


async def main(path):
    return await asyncio.to_thread(load(path))
`,
    after: `import asyncio


def load(path):
    return f"{path} is loaded"


async def main(path):
    return await asyncio.to_thread(load, path)
`,
    withheld: [
      'further arguments behind the call: it is not plain for which function they are meant',
      'a function that cannot run in a thread: connections of sqlite3, code that uses the running loop',
      '`Thread(target=f(*args))`, and comments inside of the call',
    ],
  },
  {
    id: 'await-offload',
    fixers: [awaitOffload],
    rules: ['unawaited-offload'],
    title: 'Await it',
    safety: 'safe or unsafe',
    explanation: `\`await\` makes a coroutine of \`asyncio.to_thread\` run at all. For \`loop.run_in_executor\`, which runs by itself, it is **unsafe**:
what follows waits for it then, and gets its exception.`,
    before: `import asyncio


async def save(write, text):
    asyncio.to_thread(write, text)
`,
    after: `import asyncio


async def save(write, text):
    await asyncio.to_thread(write, text)
`,
    withheld: WITHHELD_FROM_AWAITS,
  },
  {
    id: 'plain-route',
    fixers: [plainRoute],
    rules: ['async-route-should-be-sync'],
    title: 'Write `def`',
    safety: 'unsafe',
    explanation: `FastAPI and Starlette run a plain \`def\` route or dependency in a thread. It is **unsafe**: two requests may run it at the same
time, in two threads.`,
    before: `import requests
from fastapi import FastAPI

app = FastAPI()


@app.get("/rates")
async def rates():
    return requests.get("https://example.org/rates", timeout=5).json()
`,
    after: `import requests
from fastapi import FastAPI

app = FastAPI()


@app.get("/rates")
def rates():
    return requests.get("https://example.org/rates", timeout=5).json()
`,
    withheld: [
      'a function that is called elsewhere, where it is awaited',
      'what must not run in a thread, anywhere below: a connection of sqlite3 from elsewhere, code that uses the running loop',
    ],
  },
];
