/** When a call is better left where it is, and not moved to a thread. */
import { describe } from 'vitest';
import { py, testFixes } from '../harness/fix-cases.ts';

const HELPER = 'def load(*args, **kwargs):\n    return open(args[0]).read()\n\n\n';

const withheld = (name: string, line: string, reason: string) => ({
  name,
  before: `import asyncio\n\n\n${HELPER}async def main(a, b, c, **kw):\n    ${line}\n`,
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
      name: 'a message that is logged',
      before: `${HELPER}class Logger:\n    def warning(self, text):\n        load(text)\n\n\nclass A:\n    def __init__(self):\n        self.logger = Logger()\n\n    async def main(self, a):\n        self.logger.warning(a)\n        self.logger.warning(a)\n\n    def other(self, a):\n        self.logger.warning(a)\n`,
      at: 'self.logger.warning(a)',
      withheld: 'QueueHandler',
    },
    {
      name: 'a property that fills a cache',
      before: `${HELPER}class A:\n    def __init__(self):\n        self._text = None\n\n    @property\n    def text(self):\n        if self._text is None:\n            self._text = load("a")\n        return self._text\n\n    async def main(self):\n        return self.text\n`,
      withheld: 'when it is first read',
    },
    {
      name: 'another property',
      before: `${HELPER}class A:\n    @property\n    def text(self):\n        return load("a")\n\n    async def main(self):\n        return self.text\n`,
      withheld: 'make it a method',
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
