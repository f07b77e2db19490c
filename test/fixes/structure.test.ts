/** Code that takes the wrong way to a thread: called too early, never awaited, a coroutine for nothing. */
import { describe } from 'vitest';
import { type FixCase, py, testFixes } from '../harness/fix-cases.ts';

const HEAD = `import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor

import anyio

pool = ThreadPoolExecutor()


def load(*paths, **options):
    return f"{paths} {options}"


`;
const MAIN = 'async def main(a, b, loop: asyncio.AbstractEventLoop):\n';

function inside(name: string, before: string, after: string, more: Partial<FixCase> = {}): FixCase {
  const text = (body: string) => `${HEAD}${MAIN}    ${body}\n`;
  return { name, before: text(before), after: text(after), ...more };
}

const refused = (name: string, before: string, withheld: string): FixCase => ({
  name,
  before: inside('', before, '').before,
  withheld,
});

describe('the function is handed over instead of what it returns', () => {
  const safe = { safety: 'safe' as const };
  testFixes([
    inside('one argument', 'await asyncio.to_thread(load(a))', 'await asyncio.to_thread(load, a)', safe),
    inside('none', 'await asyncio.to_thread(load())', 'await asyncio.to_thread(load)', safe),
    inside('keywords', 'await asyncio.to_thread(load(a, key=b))', 'await asyncio.to_thread(load, a, key=b)', safe),
    inside(
      'spread arguments',
      'await asyncio.to_thread(load(*a, **b))',
      'await asyncio.to_thread(load, *a, **b)',
      safe,
    ),
    inside('a trailing comma', 'await asyncio.to_thread(load(a,),)', 'await asyncio.to_thread(load, a,)', safe),
    inside(
      'an executor',
      'await loop.run_in_executor(None, load(a, b))',
      'await loop.run_in_executor(None, load, a, b)',
      safe,
    ),
    inside(
      'a pool',
      'await asyncio.wrap_future(pool.submit(load(a, key=b)))',
      'await asyncio.wrap_future(pool.submit(load, a, key=b))',
      safe,
    ),
    inside(
      'a thread',
      'threading.Thread(target=load(a)).start()',
      'threading.Thread(target=load, args=(a,)).start()',
      safe,
    ),
    inside(
      'a thread with a name',
      'threading.Thread(target=load(a, b, key=1), daemon=True).start()',
      'threading.Thread(target=load, args=(a, b), kwargs={"key": 1}, daemon=True).start()',
      safe,
    ),
    inside(
      'arguments on lines of their own',
      'await asyncio.to_thread(load(\n        a,\n        b,\n    ))  # both',
      'await asyncio.to_thread(load, a,\n        b)  # both',
      safe,
    ),
    {
      name: 'keywords that an executor does not take',
      before: `${HEAD}${MAIN}    await loop.run_in_executor(None, load(a, key=b))\n`,
      after: `import asyncio\nimport functools\n${HEAD.slice('import asyncio\n'.length)}${MAIN}    await loop.run_in_executor(None, functools.partial(load, a, key=b))\n`,
      safety: 'safe',
    },
    {
      name: 'in a function that is not async',
      before: `${HEAD}def start(a):\n    pool.submit(load(a))\n`,
      after: `${HEAD}def start(a):\n    pool.submit(load, a)\n`,
    },
    refused('further arguments', 'await asyncio.to_thread(load(a), b)', 'Further arguments'),
    refused('a thread that has arguments', 'threading.Thread(target=load(a), args=(b,)).start()', 'Further arguments'),
    refused('a thread and spread arguments', 'threading.Thread(target=load(*a)).start()', 'taken apart'),
    refused('a comment in the call', 'await asyncio.to_thread(load(  # which\n        a))', 'comment'),
    {
      name: 'a function that needs the loop',
      before: py`
        import asyncio


        def note(text):
            asyncio.get_running_loop().call_soon(print, text)


        async def main(text):
            await asyncio.to_thread(note(text))
      `,
      withheld: '`note` calls asyncio.get_running_loop',
    },
  ]);
});

describe('what nobody awaits is awaited', () => {
  testFixes([
    inside('a coroutine', 'asyncio.to_thread(load, a)  # later', 'await asyncio.to_thread(load, a)  # later', {
      safety: 'safe',
    }),
    inside('a coroutine of anyio', 'anyio.to_thread.run_sync(load, a)', 'await anyio.to_thread.run_sync(load, a)', {
      safety: 'safe',
    }),
    inside('a future', 'loop.run_in_executor(None, load, a)', 'await loop.run_in_executor(None, load, a)', {
      safety: 'unsafe',
    }),
    {
      name: 'not in a function that is not async',
      before: `${HEAD}def main(a):\n    asyncio.to_thread(load, a)\n`,
      withheld: 'not an async function',
    },
    refused('not in a finally', 'try:\n        pass\n    finally:\n        asyncio.to_thread(load, a)', 'cancelled'),
    refused(
      'not under a lock of threads',
      'with threading.Lock():\n        asyncio.to_thread(load, a)',
      'is held here',
    ),
  ]);
});

const ROUTES = 'import time\n\nfrom fastapi import APIRouter, Depends\n\nrouter = APIRouter()\n\n\n';

describe('a route that never awaits is made plain', () => {
  testFixes([
    {
      name: 'a route',
      before: `${ROUTES}# What it is for.\n@router.get("/")\nasync def home(a: int = 1) -> int:  # the start\n    time.sleep(a)\n    return a\n`,
      after: `${ROUTES}# What it is for.\n@router.get("/")\ndef home(a: int = 1) -> int:  # the start\n    time.sleep(a)\n    return a\n`,
      fix: 'Write `def`',
      at: 'def home',
      safety: 'unsafe',
    },
    {
      name: 'a dependency that yields',
      before: `${ROUTES}async   def session():\n    time.sleep(1)\n    yield 1\n\n\n@router.get("/")\ndef home(a=Depends(session)):\n    return a\n`,
      after: `${ROUTES}def session():\n    time.sleep(1)\n    yield 1\n\n\n@router.get("/")\ndef home(a=Depends(session)):\n    return a\n`,
      at: 'def session',
    },
    {
      name: 'not one that others await',
      before: `${ROUTES}@router.get("/")\nasync def home():\n    time.sleep(1)\n\n\n@router.get("/again")\nasync def again():\n    return await home()\n`,
      at: 'def home',
      withheld: 'is called elsewhere',
    },
    {
      name: 'not one that another module awaits',
      before: `${ROUTES}@router.get("/")\nasync def home():\n    time.sleep(1)\n`,
      others: { 'test_it.py': 'from main import home\n\n\nasync def test_home():\n    await home()\n' },
      at: 'def home',
      withheld: 'is called elsewhere',
    },
    {
      name: 'not one with a helper that needs the loop',
      before: `import asyncio\n${ROUTES}def note():\n    asyncio.get_running_loop().call_soon(print)\n\n\n@router.get("/")\nasync def home():\n    note()\n    time.sleep(1)\n`,
      at: 'def home',
      withheld: '`note` calls asyncio.get_running_loop',
    },
    {
      name: 'not one with a connection that belongs to its thread',
      before: `import sqlite3\n${ROUTES}db = sqlite3.connect("a")\n\n\n@router.get("/")\nasync def home():\n    return db.execute("select 1").fetchone()\n`,
      at: 'def home',
      withheld: 'sqlite3',
    },
  ]);
});
