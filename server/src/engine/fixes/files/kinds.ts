/** The fixes that are about open files, and those that move a whole piece of a function to a thread. */

import { EVERY_BLOCKING_RULE, type FixKind, WITHHELD_FROM_AWAITS } from '../kind.ts';
import { useAiofiles, useOpenFile } from './async-file.ts';
import { useAsyncPath } from './async-path.ts';
import { blockToThread } from './block-to-thread.ts';

const WITHHELD_FROM_ASYNC_FILES: readonly string[] = [
  ...WITHHELD_FROM_AWAITS,
  'a file that is handed to something that needs an ordinary one (`csv.reader(f)`, `yaml.safe_load(f)`), or used behind its block',
  'what the library has no counterpart of: `enumerate(f)`, `f.detach()`, generator expressions over the file',
  '`with` statements that enter other things, too',
];

export const FILE_FIXES: readonly FixKind[] = [
  {
    id: 'aiofiles',
    fixers: [useAiofiles],
    rules: ['blocking-file-io'],
    title: 'Use aiofiles',
    safety: 'unsafe',
    explanation: `Offered where the project has aiofiles, in code that asyncio runs. Each read, write and line is a piece of work for a thread:
for a file of many lines \`await f.readlines()\` or [a function in a thread](block-to-thread.md) is faster by far. Other tasks run in between.`,
    before: `import json

import aiofiles


async def load(path):
    with open(path) as file:
        return json.load(file)


async def save(path, text):
    async with aiofiles.open(path, "w") as file:
        await file.write(text)
`,
    after: `import json

import aiofiles


async def load(path):
    async with aiofiles.open(path) as file:
        return json.loads(await file.read())


async def save(path, text):
    async with aiofiles.open(path, "w") as file:
        await file.write(text)
`,
    withheld: WITHHELD_FROM_ASYNC_FILES,
  },
  {
    id: 'open-file',
    fixers: [useOpenFile],
    rules: ['blocking-file-io'],
    title: 'Use anyio.open_file',
    safety: 'unsafe',
    explanation: `Offered in modules of anyio, in those of trio as \`trio.open_file\`, and where a project that runs on asyncio has anyio.
Each read, write and line is a piece of work for a thread, and other tasks run in between.`,
    before: `import anyio


async def copy(path, send):
    with open(path) as file:
        for line in file:
            await send(line)
    await anyio.sleep(0)
`,
    after: `import anyio


async def copy(path, send):
    async with await anyio.open_file(path) as file:
        async for line in file:
            await send(line)
    await anyio.sleep(0)
`,
    withheld: WITHHELD_FROM_ASYNC_FILES,
  },
  {
    id: 'async-path',
    fixers: [useAsyncPath],
    rules: ['blocking-file-io', 'blocking-path-check'],
    title: 'Use anyio.Path',
    safety: 'safe or unsafe',
    explanation: `In modules that import anyio, and as \`trio.Path\` in those of trio: the same method, which their paths run in a thread. It is as
safe as [moving the call to a thread](to-thread.md).`,
    before: `from pathlib import Path

import anyio


async def load(folder: Path) -> str:
    await anyio.sleep(0)
    return (folder / "config.toml").read_text()
`,
    after: `from pathlib import Path

import anyio


async def load(folder: Path) -> str:
    await anyio.sleep(0)
    return await anyio.Path(folder / "config.toml").read_text()
`,
    withheld: [
      ...WITHHELD_FROM_AWAITS,
      'methods that return a path or go through several (`resolve`, `rename`, `glob`): those would be of anyio, which is no `pathlib.Path`',
    ],
  },
];

/** Asked last: where one call cannot move alone. */
export const BLOCK_TO_THREAD: FixKind = {
  id: 'block-to-thread',
  fixers: [blockToThread],
  rules: EVERY_BLOCKING_RULE,
  title: 'Move the `with` block into a function and run it in a thread (asyncio.to_thread)',
  safety: 'safe or unsafe',
  explanation: `A file that is opened, read and closed has to move to a worker thread as a whole. The block becomes a function inside of
the function that it stood in, from which it reads names as before; names that are read behind it are returned.

The same helps with other \`with\` blocks that wait, with \`for x in path.glob(…)\`, with \`f = open(…)\` and all that is done to \`f\`,
and with \`json.load(open(…))\`.

It is **safe** if the block works on the disk with what it opens itself, by functions of libraries, reads local names and stores nothing
where others look. Else it is **unsafe**.`,
  before: `import json


async def load(path):
    with open(path) as file:
        config = json.load(file)
    return config
`,
  after: `import asyncio
import json


async def load(path):
    def load_config():
        with open(path) as file:
            return json.load(file)

    config = await asyncio.to_thread(load_config)
    return config
`,
  withheld: [
    ...WITHHELD_FROM_AWAITS,
    'a block with `await`, `yield`, `global`, `nonlocal`, `del` or `match` in it, or with `super()` or `locals()`',
    '`break` and `continue` that lead out of it, and `return` in the middle of a function that goes on behind the block',
    'a name that need not have a value before the block nor get one in it, or that may be read after the block failed half-way',
    'what needs the event loop or belongs to its thread (asyncio, connections of sqlite3, sessions of an ORM), also deep inside',
    'calls of something unknown: it might need the event loop',
  ],
};
