import { expect, test } from 'vitest';
import { folderWith } from '../harness/folder.ts';
import { run } from './run.ts';

const FILES = {
  'app/main.py': 'from app.load import load\n\n\nasync def main():\n    load("x")\n',
  'app/__init__.py': '',
  'app/load.py':
    'import asyncio\n\n\ndef load(path):\n    return open(path).read()\n\n\nasync def other():\n    await asyncio.to_thread(load, "y")\n',
  'pyproject.toml': '',
};

async function explain(place: string, ...options: readonly string[]) {
  return run(folderWith(FILES), ['explain', place, '--no-cache', ...options]);
}

test('a function is explained with where it runs and what it does, each with its way', async () => {
  const { code, stdout, stderr } = await explain('app/load.py:4');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toBe(`load (app/load.py:4:5)
  runs on the event loop: main \u2192 load
    app/main.py:4:11 main, a coroutine
    app/main.py:5:5 calls load
  runs in a worker thread: load
    app/load.py:4:5 load, given to \`asyncio.to_thread\` by other (app/load.py:9:11)
  waits for the disk: open()
    app/load.py:5:12 calls \`open()\`, which waits for the disk
`);
});

test('a call is explained with the function in which it stands', async () => {
  const { stdout } = await explain('app/main.py:5:6');
  expect(stdout).toBe(`load() in main (app/main.py:5:5)
  runs on the event loop: main
    app/main.py:4:11 main, a coroutine
  waits for the disk: load \u2192 open()
    app/main.py:5:5 calls \`load\`
    app/load.py:5:12 calls \`open()\`, which waits for the disk
`);
  expect((await explain('app/load.py:9')).stdout).toContain(
    '  gives load to asyncio.to_thread, which runs it in a worker thread\n  does nothing to its thread that is known\n',
  );
});

test('as JSON', async () => {
  const { stdout } = await explain('app/load.py:4', '--output-format', 'json');
  const { version, explanations } = JSON.parse(stdout);
  expect(version).toBe(1);
  expect(explanations).toMatchObject([
    {
      subject: 'function',
      name: 'load',
      path: 'app/load.py',
      range: { start: { line: 4, column: 5 }, end: { line: 4, column: 9 } },
      contexts: [
        { kind: 'loop', how: 'a coroutine', startedAt: null, way: [{ name: 'main', call: null }, { name: 'load' }] },
        { kind: 'thread', startedAt: { by: 'other', path: 'app/load.py' } },
      ],
      effects: [{ kind: 'file', does: 'waits for the disk', names: ['open()'], chain: [{ path: 'app/load.py' }] }],
      handovers: [],
    },
  ]);
});

test.each([
  [
    'app/main.py',
    'error: `app/main.py` is no place; write it as PATH:LINE or PATH:LINE:COLUMN, as in app/main.py:12\n',
  ],
  ['app/none.py:3', 'error: app/none.py: does not exist\n'],
  ['app:3', 'error: app: is a folder; name a Python file\n'],
  ['app/main.py:70', 'error: app/main.py: has no line 70; its lines are 1 to 6\n'],
  [
    'app/main.py:1',
    'error: app/main.py:1:1: stands in no function, and calls nothing; name the line of a function or of a call\n',
  ],
])('%j is an error', async (place, message) => {
  expect(await explain(place)).toEqual({ code: 2, stdout: '', stderr: message });
});

test('a place is needed', async () => {
  const { code, stderr } = await run('/', ['explain']);
  expect({ code, stderr }).toEqual({ code: 2, stderr: "error: missing required argument 'place'\n" });
});
