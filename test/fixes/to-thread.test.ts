/** Moving a call to a thread: where the text goes, and what is safe. */
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
    inside(
      'what an async with enters',
      'async with load(a) as x: pass',
      'async with await asyncio.to_thread(load, a) as x: pass',
    ),
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
        'import asyncio\nimport functools\nimport requests\n\n\nasync def main(u):\n    return (await asyncio.get_running_loop().run_in_executor(\n        None, functools.partial(requests.get, u, timeout=1)\n    )).json()\n',
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
