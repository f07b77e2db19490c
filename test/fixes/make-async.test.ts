/** Helpers that become coroutines, with all their callers. */
import { describe } from 'vitest';
import { type FixCase, py, testFixes } from '../harness/fix-cases.ts';

const kept = (name: string, before: string, others: Readonly<Record<string, string>> = {}): FixCase => {
  return { name, fix: 'Make ', before, others, withheld: '', at: 'pause(' };
};

describe('a helper that only coroutines call becomes one', () => {
  testFixes([
    {
      name: 'with its callers in other files',
      fix: 'Make `pause` async',
      before: py`
        from helpers import pause


        async def main():
            x = pause(1).real
            return [pause(y) for y in range(x)]
      `,
      after: py`
        from helpers import pause


        async def main():
            x = (await pause(1)).real
            return [await pause(y) for y in range(x)]
      `,
      others: {
        'helpers.py':
          'import time\n\n\ndef pause(seconds):\n    """Waits."""\n    time.sleep(seconds)  # long\n    return seconds\n',
        'more.py': 'import helpers\n\n\nasync def more():\n    helpers.pause(2)\n',
        'none.py': 'def pause():\n    pass\n\n\npause()\n',
      },
      othersAfter: {
        'helpers.py':
          'import asyncio\n\n\nasync def pause(seconds):\n    """Waits."""\n    await asyncio.sleep(seconds)  # long\n    return seconds\n',
        'more.py': 'import helpers\n\n\nasync def more():\n    await helpers.pause(2)\n',
        'none.py': 'def pause():\n    pass\n\n\npause()\n',
      },
      safety: 'unsafe',
    },
    {
      name: 'that is a method',
      fix: 'Make `_load` async',
      before: py`
        import pathlib


        class Store:
            def _load(self, name):
                text = pathlib.Path(name).read_text()
                return text.strip()

            async def get(self, name):
                return self._load(name)["a"]
      `,
      after: py`
        import asyncio
        import pathlib


        class Store:
            async def _load(self, name):
                text = await asyncio.to_thread(pathlib.Path(name).read_text)
                return text.strip()

            async def get(self, name):
                return (await self._load(name))["a"]
      `,
    },
    {
      name: 'and calls itself',
      fix: 'Make `pause` async',
      before: py`
        import time


        def pause(n):
            time.sleep(n)
            if n:
                pause(n - 1)


        async def main():
            pause(3)
      `,
      after: py`
        import asyncio


        async def pause(n):
            await asyncio.sleep(n)
            if n:
                await pause(n - 1)


        async def main():
            await pause(3)
      `,
    },
  ]);
});

describe('a helper stays as it is', () => {
  const helper = 'import time\n\n\ndef pause(n):\n    time.sleep(n)\n    return n\n\n\n';
  const main = 'async def main():\n    pause(1)\n';
  testFixes([
    kept('that a plain function calls, too', `${helper}${main}\n\ndef other():\n    pause(2)\n`),
    kept('that is handed on', `${helper}${main}    print(sorted([1], key=pause))\n`),
    kept('that another module imports and calls at its top', `${helper}${main}`, {
      'b.py': 'import main\n\nmain.pause(1)\n',
    }),
    kept('that coroutines call which run on another event loop', `import asyncio\n${helper}${main}`, {
      'b.py': 'import trio\n\nimport main\n\n\nasync def more():\n    main.pause(1)\n',
    }),
    kept('that is decorated', `${`def same(f):\n    return f\n\n\n${helper.replace('def', '@same\ndef')}`}${main}`),
    kept('that a lambda calls', `${helper}${main}    print(lambda: pause(2))\n`),
    kept(
      'that is called while a lock is held',
      `${helper}import threading\n\nlock = threading.Lock()\n\n\nasync def main():\n    with lock:\n        pause(1)\n`,
    ),
    kept(
      'in which something blocks that has no fix',
      `${helper.replace('time.sleep(n)', 'with open(n) as f:\n        yield_(f)\n    time.sleep(n)')}${main}`,
    ),
    kept(
      'that is a method which a subclass overrides',
      `import time\n\n\nclass A:\n    def pause(self, n):\n        time.sleep(n)\n\n    async def main(self):\n        self.pause(1)\n\n\nclass B(A):\n    def pause(self, n):\n        time.sleep(n + 1)\n`,
    ),
    kept(
      'that an unknown object may have, too',
      `import time\n\n\nclass A:\n    def pause(self, n):\n        time.sleep(n)\n\n    async def main(self, other):\n        self.pause(1)\n        other.pause(1)\n`,
    ),
  ]);
});
