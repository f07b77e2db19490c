/** Open files of aiofiles, anyio and trio in place of ordinary ones, and their paths. */
import { describe } from 'vitest';
import { type FixCase, py, testFixes } from '../harness/fix-cases.ts';

const AIOFILES = 'import json\n\nimport aiofiles\n\n\nasync def main(a, b, lock):\n';

/** A coroutine in a project with aiofiles whose body is `before`, and then `after`. */
function inside(name: string, before: string, after: string): FixCase {
  const indented = (body: string) => `${AIOFILES}${body.replace(/^(?=.)/gm, '    ')}\n`;
  return { name, before: indented(before), after: indented(after), fix: 'Use aiofiles', safety: 'unsafe' };
}

/** There is another fix, but not aiofiles, or none at all. */
function without(name: string, body: string): FixCase {
  return {
    name,
    before: `${AIOFILES}${body.replace(/^(?=.)/gm, '    ')}\n`,
    at: 'open(',
    fix: 'Use aiofiles',
    withheld: '',
  };
}

describe('aiofiles: what is done with the file is awaited', () => {
  testFixes([
    inside(
      'methods, and more of what they return',
      'with open(a) as f:\n    x = f.read().splitlines()\n    f.seek(0)\n    return f.readline()',
      'async with aiofiles.open(a) as f:\n    x = (await f.read()).splitlines()\n    await f.seek(0)\n    return await f.readline()',
    ),
    inside(
      'lines',
      'with open(a) as f:\n    for line in f:  # all\n        await b(line)\n    f.seek(0)\n    return [line for line in f if line]',
      'async with aiofiles.open(a) as f:\n    async for line in f:  # all\n        await b(line)\n    await f.seek(0)\n    return [line async for line in f if line]',
    ),
    inside(
      'pieces in a loop',
      'with open(a, "rb") as f:\n    while chunk := f.read(9):\n        b(chunk)',
      'async with aiofiles.open(a, "rb") as f:\n    while chunk := await f.read(9):\n        b(chunk)',
    ),
    inside(
      'in conditions, f-strings and arguments',
      'with open(a) as f:\n    if not f.read(1) and b:\n        print(*f.readlines(), f.name, f"{f.read()!r}")',
      'async with aiofiles.open(a) as f:\n    if not await f.read(1) and b:\n        print(*await f.readlines(), f.name, f"{await f.read()!r}")',
    ),
    inside(
      'json.load and json.dump',
      'with open(a) as f, open(b, mode="w") as g:\n    x = json.load(f, object_hook=dict)["a"]\n    json.dump(\n        x, g, indent=2  # pretty\n    )',
      'async with aiofiles.open(a) as f, aiofiles.open(b, mode="w") as g:\n    x = json.loads(await f.read(), object_hook=dict)["a"]\n    await g.write(json.dumps(\n        x, indent=2  # pretty\n    ))',
    ),
    inside(
      'a file that nobody looks at',
      'with open(a, "w"):\n    pass',
      'async with aiofiles.open(a, "w"):\n    pass',
    ),
    inside(
      'arguments on lines of their own',
      'with open(\n    a,  # which\n    "w",\n) as f:\n    f.writelines(b)',
      'async with aiofiles.open(\n    a,  # which\n    "w",\n) as f:\n    await f.writelines(b)',
    ),
    {
      ...inside(
        'a header that gets too long',
        'with open(a, "w", encoding="utf-8") as f:\n    f.write(b)',
        'async with aiofiles.open(\n    a, "w", encoding="utf-8"\n) as f:\n    await f.write(b)',
      ),
      settings: { lineLength: 50 },
    },
    {
      name: 'the open of a path',
      before: py`
        from pathlib import Path

        from aiofiles import open as aopen


        async def main(folder: Path):
            with (folder / "a").open("rb") as f:
                return f.read()


        async def other(path):
            async with aopen(path) as f:
                return await f.read()
      `,
      after: py`
        from pathlib import Path

        from aiofiles import open as aopen


        async def main(folder: Path):
            async with aopen((folder / "a"), "rb") as f:
                return await f.read()


        async def other(path):
            async with aopen(path) as f:
                return await f.read()
      `,
      fix: 'Use aiofiles',
    },
    {
      name: 'a project that requires aiofiles',
      before: 'async def main(a):\n    with open(a) as f:\n        return f.read()\n',
      after:
        'import aiofiles\n\n\nasync def main(a):\n    async with aiofiles.open(a) as f:\n        return await f.read()\n',
      settings: { requirements: ['aiofiles'] },
    },
  ]);
});

describe('aiofiles: not where the file is needed as it is', () => {
  testFixes([
    without('given to a function that reads it', 'import csv\nwith open(a) as f:\n    return list(csv.reader(f))'),
    without('counted while it is read', 'with open(a) as f:\n    for i, line in enumerate(f):\n        print(i)'),
    without('used as a whole', 'with open(a) as f:\n    g = f\n    g.read()'),
    without('a method that is handed on', 'with open(a) as f:\n    b(f.read)'),
    without('a generator over it', 'with open(a) as f:\n    return sum(1 for x in f)'),
    without('a lambda', 'with open(a) as f:\n    return list(iter(lambda: f.read(3), ""))'),
    without('used behind its block', 'with open(a) as f:\n    f.read()\nprint(f.closed)'),
    without('used by another function', 'with open(a) as f:\n    def g():\n        return f.read()\n    g()'),
    without('with something else in the same statement', 'with open(a) as f, lock:\n    f.read()'),
    without('used in a finally', 'with open(a) as f:\n    try:\n        a()\n    finally:\n        f.read()'),
    without('used while a lock is held', 'with open(a) as f:\n    with lock:\n        f.read()'),
    without('kept elsewhere', 'with open(a) as b.f:\n    b.f.read()'),
    without('a method without counterpart', 'with open(a) as f:\n    f.detach()'),
    {
      name: 'a project without it',
      before: 'async def main(a):\n    with open(a) as f:\n        return f.read()\n',
      fix: 'Use aiofiles',
      withheld: '',
    },
    {
      name: 'code that trio runs',
      before: 'import trio\n\n\nasync def main(a):\n    with open(a) as f:\n        return f.read()\n',
      settings: { requirements: ['aiofiles'] },
      fix: 'Use aiofiles',
      withheld: '',
    },
  ]);
});

describe('anyio and trio', () => {
  testFixes([
    {
      name: 'anyio in a project of asyncio that requires it',
      before: 'import asyncio\n\n\nasync def main(a):\n    with open(a) as f:\n        return f.read()\n',
      after:
        'import asyncio\n\nimport anyio\n\n\nasync def main(a):\n    async with await anyio.open_file(a) as f:\n        return await f.read()\n',
      fix: 'Use anyio.open_file',
      settings: { requirements: ['anyio'] },
    },
    {
      name: 'trio',
      before: 'import trio\n\n\nasync def main(a):\n    with open(a, "w") as f:\n        f.write("x")\n',
      after:
        'import trio\n\n\nasync def main(a):\n    async with await trio.open_file(a, "w") as f:\n        await f.write("x")\n',
      fix: 'Use trio.open_file',
    },
    {
      name: 'aiofiles comes before anyio',
      before: 'async def main(a):\n    with open(a) as f:\n        return f.read()\n',
      after:
        'import aiofiles\n\n\nasync def main(a):\n    async with aiofiles.open(a) as f:\n        return await f.read()\n',
      settings: { requirements: ['anyio', 'aiofiles'] },
    },
    {
      name: 'paths of anyio where the module imports it',
      before: py`
        from pathlib import Path

        import anyio


        async def main(a, b: Path):
            await anyio.sleep(0)
            return Path(a).read_text(encoding="utf-8").strip() or (b / "x").read_text()
      `,
      after: py`
        from pathlib import Path

        import anyio


        async def main(a, b: Path):
            await anyio.sleep(0)
            return (await anyio.Path(a).read_text(encoding="utf-8")).strip() or (b / "x").read_text()
      `,
      fix: 'Use anyio.Path',
      safety: 'safe',
    },
    {
      name: 'paths of trio',
      before: 'import trio\nfrom pathlib import Path\n\n\nasync def main(a: Path):\n    a.parent.mkdir(parents=True)\n',
      after:
        'import trio\nfrom pathlib import Path\n\n\nasync def main(a: Path):\n    await trio.Path(a.parent).mkdir(parents=True)\n',
      fix: 'Use trio.Path',
    },
    {
      name: 'not for what returns a path',
      before: 'import trio\nfrom pathlib import Path\n\n\nasync def main(a: Path):\n    return a.resolve()\n',
      fix: 'Use trio.Path',
      withheld: '',
    },
    {
      name: 'not where the module does not import it',
      before: 'from pathlib import Path\n\n\nasync def main(a):\n    return Path(a).read_text()\n',
      settings: { requirements: ['anyio'] },
      fix: 'Use anyio.Path',
      withheld: '',
    },
  ]);
});
