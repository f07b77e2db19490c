/** Where the import that a fix needs goes, and how it is spelled where it is there already. */
import { describe } from 'vitest';
import { type FixCase, testFixes as testCases } from '../harness/fix-cases.ts';

const WAIT = 'import subprocess\n';
const MAIN = 'async def main():\n    subprocess.run(["a"])\n';
const FIXED = 'async def main():\n    await asyncio.to_thread(subprocess.run, ["a"])\n';

/** Cases about the fix that needs one import. */
function testFixes(cases: readonly FixCase[]): void {
  testCases(cases.map((each) => ({ fix: 'Run ', ...each })));
}

/** `before` and `after` with the same coroutine behind them. */
function heads(name: string, before: string, after: string, fixed = FIXED) {
  return { name, before: before + MAIN, after: after + fixed };
}

describe('a new import finds its place', () => {
  testFixes(
    [
      heads(
        'sorted among its like',
        `import abc\n${WAIT}import time\n\n\n`,
        `import abc\nimport asyncio\n${WAIT}import time\n\n\n`,
      ),
      heads('before the first', `${WAIT}\n\n`, `import asyncio\n${WAIT}\n\n`),
      heads(
        'before from imports',
        'from subprocess import *\nimport subprocess\n\n',
        'import asyncio\nfrom subprocess import *\nimport subprocess\n\n',
      ),
      heads(
        'in the block of the standard library',
        `${WAIT}\nimport requests\nimport aiohttp\n\n\n`,
        `import asyncio\n${WAIT}\nimport requests\nimport aiohttp\n\n\n`,
      ),
      heads('behind a docstring', `"""What it is."""\n${WAIT}\n\n`, `"""What it is."""\nimport asyncio\n${WAIT}\n\n`),
      heads(
        'behind comments at the top and __future__',
        `#!/usr/bin/env python\n# Licence\n\n"""Doc."""\n\nfrom __future__ import annotations\n\n${WAIT}\n\n`,
        `#!/usr/bin/env python\n# Licence\n\n"""Doc."""\n\nfrom __future__ import annotations\n\nimport asyncio\n${WAIT}\n\n`,
      ),
      heads(
        'behind __future__ in the same block',
        `from __future__ import annotations\n${WAIT}\n\n`,
        `from __future__ import annotations\nimport asyncio\n${WAIT}\n\n`,
      ),
      heads(
        'not between a comment and what it is about',
        `import abc\n# runs things\n${WAIT}\n\n`,
        `import abc\nimport asyncio\n# runs things\n${WAIT}\n\n`,
      ),
      heads(
        'behind a statement of several lines',
        `from abc import (\n    ABC,\n)\n${WAIT}\n\n`,
        `import asyncio\nfrom abc import (\n    ABC,\n)\n${WAIT}\n\n`,
      ),
      heads(
        'with Windows line ends',
        `${WAIT}\n\n`.replaceAll('\n', '\r\n'),
        `import asyncio\n${WAIT}\n\n`.replaceAll('\n', '\r\n'),
      ),
      heads('behind a byte order mark', `\uFEFF${WAIT}\n\n`, `\uFEFFimport asyncio\n${WAIT}\n\n`),
      heads('among statements on one line', `import abc; ${WAIT}\n\n`, `import abc; ${WAIT}import asyncio\n\n\n`),
    ].map((each) => (each.name.startsWith('with Windows') ? crlf(each) : each)),
  );

  testFixes([
    {
      name: 'in a file without imports',
      before: 'async def main(path):\n    x = input()\n',
      after: 'import asyncio\n\n\nasync def main(path):\n    x = await asyncio.to_thread(input)\n',
    },
    {
      name: 'in a file without imports, behind its docstring',
      before: '"""Doc.\n\nMore.\n"""\n\n\nasync def main():\n    input()\n',
      after: '"""Doc.\n\nMore.\n"""\n\nimport asyncio\n\n\nasync def main():\n    await asyncio.to_thread(input)\n',
    },
    {
      name: 'in a file without imports, behind its comments',
      before: '# -*- coding: utf-8 -*-\n# Licence\n\nX = 1\n\nasync def main():\n    input()\n',
      after:
        '# -*- coding: utf-8 -*-\n# Licence\n\nimport asyncio\n\nX = 1\n\nasync def main():\n    await asyncio.to_thread(input)\n',
    },
    {
      name: 'above a comment that belongs to the code',
      before: '#!/usr/bin/env python\n# asks\nasync def main():\n    input()\n',
      after:
        '#!/usr/bin/env python\n\nimport asyncio\n\n\n# asks\nasync def main():\n    await asyncio.to_thread(input)\n',
    },
    {
      name: 'in a file with imports of other packages only',
      before: 'import requests\n\n\nasync def main():\n    requests.get("a")\n',
      after:
        'import asyncio\n\nimport requests\n\n\nasync def main():\n    await asyncio.to_thread(requests.get, "a")\n',
    },
    {
      name: 'in a file that ends without a line end',
      before: 'async def main(): input()',
      after: 'import asyncio\n\n\nasync def main(): await asyncio.to_thread(input)',
    },
  ]);
});

function crlf<Case extends { before: string; after: string }>(each: Case): Case {
  const turned = (text: string) => text.replace(/\r?\n/g, '\r\n');
  return { ...each, before: turned(each.before), after: turned(each.after) };
}

describe('an import that is there is used', () => {
  const ways = (name: string, imports: string, spelling: string) =>
    heads(name, `${imports}${WAIT}\n\n`, `${imports}${WAIT}\n\n`, FIXED.replace('asyncio.to_thread', spelling));
  testFixes([
    ways('by its name', 'import asyncio\n', 'asyncio.to_thread'),
    ways('by its alias', 'import asyncio as aio\n', 'aio.to_thread'),
    ways('by a name from it', 'from asyncio import to_thread\n', 'to_thread'),
    ways('by the alias of a name from it', 'from asyncio import to_thread as offload\n', 'offload'),
    ways('in a try', 'try:\n    import asyncio\nexcept ImportError:\n    raise\n', 'asyncio.to_thread'),
    ways('under another module of it', 'import asyncio.subprocess\n', 'asyncio.to_thread'),
    {
      name: 'in the function, before the call',
      before: `${WAIT}\n\nasync def main():\n    import asyncio\n    subprocess.run(["a"])\n`,
      after: `${WAIT}\n\nasync def main():\n    import asyncio\n    await asyncio.to_thread(subprocess.run, ["a"])\n`,
    },
  ]);
});

describe('a from import takes the name in', () => {
  const merged = (name: string, before: string, after: string) =>
    heads(name, `${before}${WAIT}\n\n`, `${after}${WAIT}\n\n`, FIXED.replace('asyncio.to_thread', 'to_thread'));
  testFixes([
    merged('in order', 'from asyncio import gather, wait_for\n', 'from asyncio import gather, to_thread, wait_for\n'),
    merged('at the end', 'from asyncio import gather\n', 'from asyncio import gather, to_thread\n'),
    merged(
      'at the end if there is no order',
      'from asyncio import wait, gather  # noqa\n',
      'from asyncio import wait, gather, to_thread  # noqa\n',
    ),
    merged('in parentheses', 'from asyncio import (gather, wait)\n', 'from asyncio import (gather, to_thread, wait)\n'),
    merged(
      'on a line of its own',
      'from asyncio import (\n    gather,  # all\n    wait,  # some\n)\n',
      'from asyncio import (\n    gather,  # all\n    to_thread,\n    wait,  # some\n)\n',
    ),
    merged(
      'on a line of its own at the end',
      'from asyncio import (\n    gather,\n    sleep  # last\n)\n',
      'from asyncio import (\n    gather,\n    sleep,  # last\n    to_thread,\n)\n',
    ),
    merged(
      'behind the last of several lines',
      'from asyncio import (gather,\n                     sleep)\n',
      'from asyncio import (gather,\n                     sleep,\n                     to_thread)\n',
    ),
    merged(
      'over a continued line',
      'from asyncio import gather, \\\n    sleep\n',
      'from asyncio import gather, \\\n    sleep, to_thread\n',
    ),
  ]);
});

describe('names that mean something else', () => {
  testFixes([
    {
      name: 'a parameter called asyncio: the function is imported by its own name',
      before: `import asyncio\n${WAIT}\n\nasync def main(asyncio):\n    subprocess.run(["a"])\n`,
      after:
        `import asyncio\nfrom asyncio import to_thread\n${WAIT}\n\nasync def main(asyncio):\n    await to_thread(subprocess.run, ["a"])\n`.replace(
          'import asyncio\nfrom asyncio import to_thread\nimport subprocess\n',
          'import asyncio\nimport subprocess\nfrom asyncio import to_thread\n',
        ),
    },
    {
      name: 'both names taken',
      before: `${WAIT}\n\nasync def main(asyncio, to_thread):\n    subprocess.run(["a"])\n`,
      withheld: 'mean something else',
    },
    {
      name: 'an import in a branch makes the name local',
      before: `import asyncio\n${WAIT}\n\nasync def main(x):\n    if x:\n        import asyncio\n    subprocess.run(["a"])\n`,
      after: `import asyncio\n${WAIT}from asyncio import to_thread\n\n\nasync def main(x):\n    if x:\n        import asyncio\n    await to_thread(subprocess.run, ["a"])\n`,
    },
    {
      name: 'an import for type checkers only does not count',
      before: `from typing import TYPE_CHECKING\n${WAIT}\nif TYPE_CHECKING:\n    import asyncio\n\n\n${MAIN}`,
      after: `import asyncio\nfrom typing import TYPE_CHECKING\n${WAIT}\nif TYPE_CHECKING:\n    import asyncio\n\n\n${FIXED}`,
    },
    {
      name: 'a class attribute of that name is not seen from a method',
      before: `import asyncio\n${WAIT}\n\nclass A:\n    asyncio = None\n\n    async def main(self):\n        subprocess.run(["a"])\n`,
      after: `import asyncio\n${WAIT}\n\nclass A:\n    asyncio = None\n\n    async def main(self):\n        await asyncio.to_thread(subprocess.run, ["a"])\n`,
    },
    {
      name: 'a fallback that is not the module',
      before: `${WAIT}\ntry:\n    import asyncio\nexcept ImportError:\n    asyncio = None\n\n\n${MAIN}`,
      after: `${WAIT}from asyncio import to_thread\n\ntry:\n    import asyncio\nexcept ImportError:\n    asyncio = None\n\n\n${FIXED.replace('asyncio.to_thread', 'to_thread')}`,
    },
    {
      name: 'tabs',
      before: `import asyncio\n${WAIT}\n\nasync def main():\n\tif True:\n\t\tsubprocess.run(\n\t\t\t["a"],\n\t\t)\n`,
      after: `import asyncio\n${WAIT}\n\nasync def main():\n\tif True:\n\t\tawait asyncio.to_thread(\n\t\t\tsubprocess.run,\n\t\t\t["a"],\n\t\t)\n`,
    },
  ]);
});
