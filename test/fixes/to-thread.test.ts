/** Moving a call to a thread: where the text goes, and when it is better left alone. */
import { describe } from 'vitest';
import { py, testFixes } from '../harness/fix-cases.ts';

const HELPER = 'def load(*args, **kwargs):\n    return open(args[0]).read()\n\n\n';

/** An async function whose body is `line`, before and after; `load` blocks. */
function inside(name: string, line: string, after: string) {
  const text = (body: string) => `import asyncio\n\n\n${HELPER}async def main(a, b, c, **kw):\n${body}\n`;
  return { name, before: text(`    ${line}`), after: text(`    ${after}`) };
}

describe('the text around the call stays as it is', () => {
  testFixes([
    inside('arguments follow the function', 'load(a, b)', 'await asyncio.to_thread(load, a, b)'),
    inside('keyword arguments are passed on', 'load(a, key=b)', 'await asyncio.to_thread(load, a, key=b)'),
    inside('spread arguments are passed on', 'load(*a, **kw)', 'await asyncio.to_thread(load, *a, **kw)'),
    inside('a call without arguments', 'load()', 'await asyncio.to_thread(load)'),
    inside('a trailing comma', 'load(a,)', 'await asyncio.to_thread(load, a,)'),
    inside('space before the parenthesis', 'load (a)', 'await asyncio.to_thread(load, a)'),
    inside('a generator as the only argument', 'load(x for x in a)', 'await asyncio.to_thread(load, (x for x in a))'),
    inside('an await among the arguments', 'load(await a, b)', 'await asyncio.to_thread(load, await a, b)'),
    inside('an attribute of the result', 'x = load(a).strip()', 'x = (await asyncio.to_thread(load, a)).strip()'),
    inside('an item of the result', 'x = load(a)[0]', 'x = (await asyncio.to_thread(load, a))[0]'),
    inside('a call of the result', 'x = load(a)(b)', 'x = (await asyncio.to_thread(load, a))(b)'),
    inside('an operand of a unary operator', 'x = -load(a)', 'x = -await asyncio.to_thread(load, a)'),
    inside('an operand of a power', 'x = load(a) ** 2', 'x = await asyncio.to_thread(load, a) ** 2'),
    inside('an exponent', 'x = 2 ** load(a)', 'x = 2 ** await asyncio.to_thread(load, a)'),
    inside('an argument of another call', 'print(load(a))', 'print(await asyncio.to_thread(load, a))'),
    inside('a part of an f-string', 'x = f"{load(a)!r:>{b}}"', 'x = f"{await asyncio.to_thread(load, a)!r:>{b}}"'),
    inside('a walrus', 'if (x := load(a)): pass', 'if (x := await asyncio.to_thread(load, a)): pass'),
    inside('a star', 'print(*load(a))', 'print(*await asyncio.to_thread(load, a))'),
    inside('a return without a space', 'return(load)(a)', 'return await asyncio.to_thread((load), a)'),
    inside('a list comprehension', 'x = [load(y) for y in a]', 'x = [await asyncio.to_thread(load, y) for y in a]'),
    inside(
      'a dict comprehension',
      'x = {y: load(y) for y in a}',
      'x = {y: await asyncio.to_thread(load, y) for y in a}',
    ),
    inside(
      'what a generator iterates first',
      'x = (y for y in load(a))',
      'x = (y for y in await asyncio.to_thread(load, a))',
    ),
    inside(
      'the default of a nested function',
      'def f(x=load(a)): pass',
      'def f(x=await asyncio.to_thread(load, a)): pass',
    ),
    inside('a yield', 'yield load(a)', 'yield await asyncio.to_thread(load, a)'),
    inside(
      'a match',
      'match load(a):\n        case _: pass',
      'match await asyncio.to_thread(load, a):\n        case _: pass',
    ),
    inside(
      'arguments on lines of their own',
      'x = load(  # the first\n        a,  # one\n        # two\n        b,\n    )',
      'x = await asyncio.to_thread(  # the first\n        load,\n        a,  # one\n        # two\n        b,\n    )',
    ),
    inside(
      'a comment above the first argument',
      'x = load(\n        # one\n        a)',
      'x = await asyncio.to_thread(\n        load,\n        # one\n        a)',
    ),
    inside(
      'arguments that start behind the parenthesis',
      'x = load(a,  # one\n             b)',
      'x = await asyncio.to_thread(load, a,  # one\n             b)',
    ),
  ]);
});

const withheld = (name: string, line: string, reason: string) => ({
  name,
  before: inside(name, line, '').before,
  withheld: reason,
});

describe('no fix where the await could not stand', () => {
  testFixes([
    withheld('a lambda', 'asyncio.get_running_loop().call_soon(lambda: load(a))', 'lambda'),
    withheld('a generator expression that a loop iterates', 'for x in (load(y) for y in a): await x', 'loop'),
    withheld('a class body', 'class X:\n        y = load(a)', 'class body'),
    withheld('a finally', 'try:\n        pass\n    finally:\n        load(a)', 'cancelled'),
    withheld(
      'a handler of cancellation',
      'try:\n        pass\n    except asyncio.CancelledError:\n        load(a)\n        raise',
      'cancelled',
    ),
    withheld('a decorator', '@load(a)\n    def f(): pass', 'decorator'),
    withheld('a result that is awaited', 'await load(a)', 'awaited'),
    withheld('an f-string that shows its text', 'x = f"{load(a) = !r}"', 'f-string'),
    withheld('what an async for iterates', 'async for x in load(a): pass', 'awaited'),
    {
      name: 'a nested comprehension before Python 3.11',
      target: 10,
      before: `${HELPER}async def main(a):\n    return [[load(y) for y in x] for x in a]\n`,
      withheld: '3.11',
    },
    {
      name: 'a function that is not async',
      before: py`
        import asyncio
        import time


        def tick():
            time.sleep(1)


        async def main():
            asyncio.get_running_loop().call_later(1, tick)
      `,
      withheld: '`tick` is not an async function',
    },
    {
      name: 'a file with a syntax error',
      before: `${HELPER}async def main(a):\n    load(a)\n\n\nx = = 1\n`,
      withheld: 'syntax',
    },
  ]);
});

describe('no fix where a thread would be wrong', () => {
  testFixes([
    withheld('an argument that blocks by itself', 'load(load(a))', 'evaluated first'),
    withheld('a with block that awaits', 'with open(a) as f:\n        await b(f.read())', 'with'),
    withheld('an open file', 'b(open(a))', 'Only opening'),
    withheld('a function that makes coroutines', 'load(main)', 'coroutine'),
    withheld('a coroutine', 'load(main(a, b, c))', 'coroutine'),
    {
      name: 'what is iterated slowly',
      before: 'from pathlib import Path\n\n\nasync def main():\n    for x in Path("a").glob("*"):\n        await x\n',
      withheld: 'loop',
    },
    {
      name: 'a connection that belongs to its thread',
      before: 'import sqlite3\n\n\nasync def main(a):\n    db = sqlite3.connect(a)\n    db.execute("x")\n',
      at: 'db.execute',
      withheld: 'thread',
    },
    {
      name: 'the making of such a connection',
      before: 'import sqlite3\n\n\nasync def main(a):\n    db = sqlite3.connect(a)\n',
      withheld: 'thread',
    },
    {
      name: 'a helper that uses a connection from outside',
      before: py`
        import sqlite3

        db = sqlite3.connect("a")


        def count():
            return db.execute("select count(*) from t").fetchone()


        async def main():
            return count()
      `,
      withheld: '`count` calls sqlite3.',
    },
    {
      name: 'a helper that needs the loop, two calls down',
      before: py`
        import asyncio
        import time


        def note():
            asyncio.get_running_loop().call_soon(print)


        def step():
            note()


        def work():
            time.sleep(1)
            step()


        async def main():
            work()


        def elsewhere():
            work()
      `,
      withheld: '`note` calls asyncio.get_running_loop',
    },
    {
      name: 'a lock that is held',
      before: `import threading\n\nlock = threading.Lock()\n\n\n${HELPER}async def main(a):\n    with lock:\n        load(a)\n`,
      at: 'load(a)',
      withheld: '`lock` is held',
    },
    {
      name: 'something that is called a lock and is held',
      before: `${HELPER}class A:\n    async def main(self, a):\n        with self._lock:\n            load(a)\n`,
      withheld: '`self._lock` is held',
    },
    {
      name: 'a lock of readers and writers that is held',
      before: `${HELPER}class A:\n    async def main(self, a):\n        with self._folder_lock.write():\n            load(a)\n`,
      withheld: '`self._folder_lock.write()` is held',
    },
    {
      name: 'whatever was stored',
      before: `${HELPER}class A:\n    def __init__(self, callback):\n        self.callback = callback\n\n    async def main(self, a):\n        self.callback(a)\n\n\nA(load)\n`,
      withheld: '`callback` is whatever function was stored there',
    },
    {
      name: 'a server of tornado, which asks for its loop',
      before: py`
        import time

        from tornado.httpserver import HTTPServer


        def serve(app):
            time.sleep(1)
            HTTPServer(app)


        async def main(app):
            serve(app)


        def elsewhere(app):
            serve(app)
      `,
      withheld: '`serve` calls tornado.httpserver.HTTPServer',
    },
    {
      name: 'what an async with enters',
      before:
        'import httpx\n\n\nasync def main(u):\n    async with httpx.AsyncClient() as client:\n        await client.get(u)\n',
      withheld: 'make that before the block, `x = await asyncio.to_thread(httpx.AsyncClient, …)`',
    },
    {
      name: 'next() that may stop',
      before: `${HELPER}async def main(a):\n    return next(load(y) for y in a)\n`,
      at: 'next(',
      withheld: 'StopIteration',
    },
    {
      name: 'a module that is run, which changes what other threads see',
      before: 'import runpy\n\n\nasync def main(a):\n    runpy.run_path(a)\n',
      withheld: '`sys.modules`',
    },
    {
      name: 'a chain on a connection that belongs to its thread',
      before:
        'import sqlite3\n\n\nasync def main(path):\n    db = sqlite3.connect(path)\n    return db.execute("select 1").fetchone()\n',
      at: 'db.execute("select 1").fetchone()',
      withheld: 'A worker thread will not do',
    },
    {
      name: 'the taking of a lock',
      before:
        'import threading\nimport time\n\nlock = threading.Lock()\n\n\ndef hold():\n    with lock:\n        time.sleep(1)\n\n\nasync def main():\n    lock.acquire()\n',
      withheld: 'asyncio.Lock',
    },
    {
      name: 'what waits while it holds a lock that the loop takes',
      before:
        'import threading\nimport time\n\nlock = threading.Lock()\n\n\ndef hold():\n    with lock:\n        time.sleep(1)\n\n\nasync def main():\n    hold()\n    with lock:\n        pass\n',
      withheld: 'while it holds a lock',
    },
    {
      name: 'waiting for what the loop can wait for itself',
      before: 'import select\n\n\nasync def main(a):\n    return select.select([a], [], [], 1)\n',
      withheld: 'add_reader',
    },
    {
      name: 'code that Twisted runs',
      before: 'from twisted.internet import defer\nimport requests\n\n\nasync def main(u):\n    requests.get(u)\n',
      withheld: 'deferToThread',
    },
  ]);
});

describe('what is safe', () => {
  const safe = (name: string, imports: string, line: string, safety: 'safe' | 'unsafe') => ({
    name,
    before: `import asyncio\n${imports}\n\n\n${HELPER}async def main(self, a, b):\n    ${line}\n`,
    fix: 'Run',
    safety,
  });
  testFixes([
    safe('a function of a library', 'import requests', 'requests.get(a)', 'safe'),
    safe('a function that works on files', 'import shutil', 'shutil.copy(a, b)', 'safe'),
    safe('a method of a path', 'from pathlib import Path', 'Path(a).read_text()', 'safe'),
    safe('reading what an open file holds', 'import json\n\nIN = open("a")', 'json.load(IN)', 'safe'),
    safe('what a library iterates', 'from pathlib import Path', 'list(Path(a).glob("*"))', 'safe'),
    safe('not: writing what others may change', 'import json\n\nOUT = open("a", "w")', 'json.dump(a, OUT)', 'unsafe'),
    safe('not: a function of the program', '', 'load(a)', 'unsafe'),
    safe('not: a method of an object', 'import requests', 's = requests.Session()\n    s.get(a)', 'unsafe'),
    safe('not: a callback of the program', 'import shutil', 'shutil.copytree(a, b, ignore=load)', 'unsafe'),
    safe('not: waiting for a person', '', 'x = input()', 'unsafe'),
    safe('not: an update of what others see', 'import requests', 'self.total += requests.get(a).status_code', 'unsafe'),
    safe(
      'not: under an unknown context manager',
      'import requests',
      'with a.scope():\n        requests.get(b)',
      'unsafe',
    ),
    safe(
      'under a known one',
      'import requests, contextlib',
      'with contextlib.suppress(OSError):\n        requests.get(b)',
      'safe',
    ),
    safe(
      'not: in a loop over what others may change',
      'import requests',
      'for x in self.urls:\n        requests.get(x)',
      'unsafe',
    ),
    safe(
      'not: in a comprehension over such',
      'import requests',
      'x = [requests.get(y) for y in self.all.values()]',
      'unsafe',
    ),
    safe('in a loop over a copy', 'import requests', 'for x in list(self.urls):\n        requests.get(x)', 'safe'),
    safe('not: changing the directory', 'import os', 'os.chdir(a)', 'unsafe'),
  ]);
});

describe('other ways to a thread', () => {
  testFixes([
    {
      name: 'a helper that makes its own connection',
      before: py`
        import asyncio
        import sqlite3


        def count(path):
            db = sqlite3.connect(path)
            return db.execute("select count(*) from t").fetchone()


        async def main():
            return count("a")
      `,
      fix: 'Run `count` in a thread (asyncio.to_thread)',
      safety: 'unsafe',
    },
    {
      name: 'a folder, which newer Pythons read when it is asked for',
      before: py`
        import asyncio
        from pathlib import Path


        async def main(path):
            return sorted(Path(path).iterdir())[0]
      `,
      after: py`
        import asyncio
        from pathlib import Path


        async def main(path):
            return (await asyncio.to_thread(lambda: sorted(Path(path).iterdir())))[0]
      `,
    },
    {
      name: 'a helper that asks whether an event is set',
      before: py`
        import asyncio
        import time

        done = asyncio.Event()


        def load():
            while not done.is_set():
                time.sleep(1)


        async def main():
            load()
      `,
      fix: 'Run `load` in a thread (asyncio.to_thread)',
      safety: 'unsafe',
    },
    {
      name: 'Python 3.8',
      target: 8,
      before: 'import asyncio\nimport requests\n\n\nasync def main(u):\n    return requests.get(u)\n',
      after:
        'import asyncio\nimport requests\n\n\nasync def main(u):\n    return await asyncio.get_running_loop().run_in_executor(None, requests.get, u)\n',
    },
    {
      name: 'Python 3.8 with keyword arguments',
      target: 8,
      before: 'import asyncio\nimport requests\n\n\nasync def main(u):\n    return requests.get(u, timeout=1).json()\n',
      after:
        'import asyncio\nimport functools\nimport requests\n\n\nasync def main(u):\n    return (await asyncio.get_running_loop().run_in_executor(None, functools.partial(\n        requests.get, u, timeout=1\n    ))).json()\n',
    },
    {
      name: 'trio',
      before: 'import requests\nimport trio\n\n\nasync def main(u):\n    return requests.get(u)\n',
      after:
        'import requests\nimport trio\n\n\nasync def main(u):\n    return await trio.to_thread.run_sync(requests.get, u)\n',
      fix: 'Run `requests.get` in a thread (trio.to_thread.run_sync)',
    },
    {
      name: 'anyio, by its module, with keyword arguments',
      before:
        'from functools import partial\n\nimport requests\nfrom anyio import to_thread\n\n\nasync def main(u):\n    return requests.get(u, timeout=1)\n',
      after:
        'from functools import partial\n\nimport requests\nfrom anyio import to_thread\n\n\nasync def main(u):\n    return await to_thread.run_sync(partial(requests.get, u, timeout=1))\n',
    },
    {
      name: 'a module without any of them in a program of trio',
      before: 'import requests\n\n\nasync def main(u):\n    return requests.get(u)\n',
      others: { 'other.py': 'import trio\n', 'third.py': 'import trio\n' },
      after:
        'import requests\nimport trio\n\n\nasync def main(u):\n    return await trio.to_thread.run_sync(requests.get, u)\n',
    },
  ]);
});

describe('a call that gets too long for its line is broken as formatters break it', () => {
  const fit = (name: string, lineLength: number | null, line: string, after: string) => ({
    ...inside(name, line, after),
    settings: { lineLength },
  });
  testFixes([
    fit('not where it fits', 50, 'x = load(a, first=b)', 'x = await asyncio.to_thread(load, a, first=b)'),
    fit(
      'its arguments go on one line',
      40,
      'x = load(a, first=b)  # the comment does not count',
      'x = await asyncio.to_thread(\n        load, a, first=b\n    )  # the comment does not count',
    ),
    fit(
      'or on one line each',
      23,
      'x = load(a, first=b)["a"]',
      'x = (await asyncio.to_thread(\n        load,\n        a,\n        first=b,\n    ))["a"]',
    ),
    fit(
      'without a length in the project, at 88 columns',
      null,
      `x = load(${Array.from({ length: 7 }, () => '"abcdefghi"').join(', ')})`,
      `x = await asyncio.to_thread(\n        load, ${Array.from({ length: 6 }, () => '"abcdefghi"').join(', ')}, "abcdefghi"\n    )`,
    ),
    fit(
      'unless the file has longer lines',
      null,
      `x = load(${Array.from({ length: 6 }, () => '"abcdefghi"').join(', ')})  # ${'long '.repeat(9)}`,
      `x = await asyncio.to_thread(load, ${Array.from({ length: 6 }, () => '"abcdefghi"').join(', ')})  # ${'long '.repeat(9)}`,
    ),
    fit('never in a text', 20, 'x = f"{load(a)}"', 'x = f"{await asyncio.to_thread(load, a)}"'),
  ]);
});
