/** "Where does this run?", asked of places in small programs. A way is written as `main -> handle -> parse`. */
import { describe, expect, test } from 'vitest';
import type { Explanation } from '../../server/src/engine/explain/explain.ts';
import { analyzerOf } from '../harness/engine.ts';

type Files = Readonly<Record<string, string>>;

const APP: Files = {
  'app.py': `import asyncio
import parsing


async def handle(path):
    return parsing.parse(path)


async def main():
    await handle('x')


if __name__ == '__main__':
    asyncio.run(main())
`,
  'parsing.py': `import time


def parse(path):
    fetch(path)
    return path.strip()


def fetch(path):
    time.sleep(1)
`,
};

async function explainerOf(files: Files) {
  const analyzer = await analyzerOf(files);
  const module = (name: string) => analyzer.program.moduleAt(`/project/${name}`)!;
  const told = (explanation: Explanation | null) => {
    if (explanation === null) return null;
    const contexts = analyzer.explainer.contextsOf(explanation).map(({ kind, how, way }) => {
      return `${kind}: ${way.map((link) => link.name).join(' -> ')}${how === null ? '' : `, ${how}`}`;
    });
    const effects = explanation.effects.map(({ does, names }) => `${does}: ${names.join(' -> ')}`);
    return { name: explanation.name, contexts, effects };
  };
  return {
    analyzer,
    /** At the middle of the first `text`, or of the part of it between bars. */
    at(name: string, text: string) {
      const [before = '', marked = before] = text.split('|');
      const start = files[name]!.indexOf(text.replaceAll('|', ''));
      const offset = start + (text.includes('|') ? before.length : 0) + Math.floor(marked.length / 2);
      return told(analyzer.explainer.at(module(name), offset));
    },
    line: (name: string, line: number) => analyzer.explainer.inLine(module(name), line - 1).map(told),
  };
}

test('a function runs where its callers run, by the shortest way from the outermost coroutine', async () => {
  const { at } = await explainerOf(APP);
  expect(at('parsing.py', 'def |fetch|')).toEqual({
    name: 'fetch',
    contexts: ['loop: main -> handle -> parse -> fetch, a coroutine'],
    effects: ['sleeps: time.sleep()'],
  });
});

test('the links of a way say where each function is, and where the one before calls it', async () => {
  const { analyzer } = await explainerOf(APP);
  const [explanation] = analyzer.explainer.inLine(analyzer.program.moduleAt('/project/parsing.py')!, 3);
  const [context] = analyzer.explainer.contextsOf(explanation!);
  const place = ({ path, range }: { path: string; range: { start: { line: number; column: number } } }) =>
    `${path.replace('/project/', '')}:${range.start.line + 1}:${range.start.column + 1}`;
  expect(context!.way.map((link) => [link.name, place(link), link.call && place(link.call)])).toEqual([
    ['main', 'app.py:9:11', null],
    ['handle', 'app.py:5:11', 'app.py:10:11'],
    ['parse', 'parsing.py:4:5', 'app.py:6:12'],
  ]);
});

test('a call runs where the function around it does, and tells what it does there', async () => {
  const { at } = await explainerOf(APP);
  expect(at('app.py', 'parsing.|parse|')).toEqual({
    name: 'parsing.parse',
    contexts: ['loop: main -> handle, a coroutine'],
    effects: ['sleeps: parse -> fetch -> time.sleep()'],
  });
  expect(at('parsing.py', 'time.|sleep|')!.effects).toEqual(['sleeps: time.sleep()']);
});

test('an awaited coroutine tells what it does to the loop', async () => {
  const { at } = await explainerOf(APP);
  expect(at('app.py', 'await |handle|')!.effects).toEqual(['sleeps: handle -> parse -> fetch -> time.sleep()']);
});

test('only the names of functions are answers: no argument, keyword or object', async () => {
  const { at } = await explainerOf(APP);
  expect(at('app.py', 'handle(|path|)')).toBeNull();
  expect(at('app.py', '|parsing|.parse')).toBeNull();
  expect(at('app.py', '|async| def')).toBeNull();
});

describe('by line', () => {
  test('the function that is defined there', async () => {
    const { line } = await explainerOf(APP);
    expect(line('parsing.py', 9)).toMatchObject([{ name: 'fetch' }]);
  });
  test('else its calls, of several those with something to tell', async () => {
    const { line } = await explainerOf({
      'a.py': 'import time\nasync def f(x):\n    print(x, time.sleep(1), len(x))\n',
    });
    expect(line('a.py', 3)).toMatchObject([{ name: 'time.sleep' }]);
  });
  test('else the function around', async () => {
    const { line } = await explainerOf({ 'a.py': 'def f(x):\n    y = x\n    return y\n\n\ndef g():\n    f(1)\n' });
    expect(line('a.py', 2)).toMatchObject([{ name: 'f' }]);
    expect(line('a.py', 4)).toEqual([]);
  });
});

describe('contexts', () => {
  const contextsOf = async (text: string, name = 'work') => {
    const { at } = await explainerOf({ 'a.py': text });
    return at('a.py', `def |${name}|`)!.contexts;
  };

  test('a worker thread, in which what is handed over runs', async () => {
    const text =
      'import asyncio\ndef work(): pass\ndef load(): work()\nasync def f():\n    await asyncio.to_thread(load)\n';
    expect(await contextsOf(text)).toEqual(['thread: load -> work, given to `asyncio.to_thread`']);
  });

  test('another process and another interpreter', async () => {
    const text = `from concurrent.futures import InterpreterPoolExecutor, ProcessPoolExecutor
def work(n): return n
def f():
    with ProcessPoolExecutor() as pool:
        pool.submit(work, 1)
    with InterpreterPoolExecutor() as pool:
        pool.submit(work, 1)
`;
    expect(await contextsOf(text)).toEqual([
      'process: work, given to `concurrent.futures.ProcessPoolExecutor.submit`',
      'interpreter: work, given to `concurrent.futures.InterpreterPoolExecutor.submit`',
    ]);
  });

  test('a lambda that is handed over', async () => {
    const text = 'import asyncio\ndef work(x): pass\nasync def f(x):\n    await asyncio.to_thread(lambda: work(x))\n';
    expect(await contextsOf(text)).toEqual(['thread: f.<lambda> -> work, given to `asyncio.to_thread`']);
  });

  test('the run of a thread of its own', async () => {
    const text =
      'import threading\nclass Poll(threading.Thread):\n    def run(self):\n        work()\ndef work(): pass\n';
    expect(await contextsOf(text)).toEqual(['thread: Poll.run -> work, which `threading.Thread` calls']);
  });

  test('a callback of the loop', async () => {
    const text = 'import asyncio\ndef work(): pass\nasync def f():\n    asyncio.get_running_loop().call_soon(work)\n';
    expect(await contextsOf(text)).toEqual([expect.stringMatching(/^loop: work, given to `.*call_soon`$/)]);
  });

  test('the import of a module, and its run as a script', async () => {
    const text = 'def work(): pass\nwork()\nif __name__ == "__main__":\n    work()\n';
    expect(await contextsOf(text)).toEqual(['import: a.py -> work']);
    expect(await contextsOf('def work(): pass\nif __name__ == "__main__":\n    work()\n')).toEqual([
      'main: a.py -> work',
    ]);
  });

  test('nothing that is known, from the outermost function that nobody calls', async () => {
    expect(await contextsOf('def work(): pass\ndef api(): work()\n')).toEqual(['unknown: api -> work']);
  });

  test('all of them, each by its own way', async () => {
    const text = `import asyncio
def work(): pass
def both(): work()
async def f():
    both()
    await asyncio.to_thread(work)
def api(): both()
both()
`;
    expect(await contextsOf(text)).toEqual([
      'loop: f -> both -> work, a coroutine',
      'thread: work, given to `asyncio.to_thread`',
      'import: a.py -> both -> work',
    ]);
  });

  test('what a test of the mode keeps off the loop does not run there', async () => {
    const text = (test: string) => `def work(): pass\nasync def f(${test}):\n    if not ${test}:\n        work()\n`;
    expect(await contextsOf(text('is_async'))).toEqual(['unknown: work']);
    expect(await contextsOf(text('is_empty'))).toEqual(['loop: f -> work, a coroutine']);
  });

  test('functions that call each other are no endless way', async () => {
    const text =
      'async def f():\n    await g()\nasync def g():\n    await f()\n    work()\ndef work():\n    again()\ndef again():\n    work()\n';
    expect(await contextsOf(text)).toEqual(['loop: g -> work, a coroutine']);
  });

  test('a method runs where the classes that inherit it are used', async () => {
    const text = `class Base:
    def run(self):
        self.step()
    def step(self): pass
class Own(Base):
    def step(self):
        work()
def work(): pass
async def f(own: Own):
    own.run()
`;
    expect(await contextsOf(text)).toEqual(['loop: f -> Base.run -> Own.step -> work, a coroutine']);
  });

  test('tests run nothing but themselves', async () => {
    const { at } = await explainerOf({
      'a.py': 'def work(): pass\n',
      'tests/test_a.py': 'from a import work\nasync def test_work():\n    work()\n',
    });
    expect(at('a.py', 'def |work|')!.contexts).toEqual(['unknown: work']);
  });
});

test('a handover tells who runs what', async () => {
  const { analyzer } = await explainerOf({
    'a.py':
      'import asyncio\ndef work(): pass\nasync def f():\n    await asyncio.gather(*(asyncio.to_thread(work) for _ in "ab"))\n',
  });
  const [explanation] = analyzer.explainer.inLine(analyzer.program.moduleAt('/project/a.py')!, 3);
  expect(explanation).toMatchObject({
    name: 'asyncio.to_thread',
    handovers: [{ name: 'work', on: 'thread', by: 'asyncio.to_thread' }],
  });
});
