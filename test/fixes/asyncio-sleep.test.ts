import { describe } from 'vitest';
import { py, testFixes } from '../harness/fix-cases.ts';

describe('time.sleep becomes the sleep of the loop', () => {
  testFixes([
    {
      name: 'the import of time goes when nothing else needs it',
      before: 'import time\n\n\nasync def main():\n    time.sleep(1)\n',
      after: 'import asyncio\n\n\nasync def main():\n    await asyncio.sleep(1)\n',
      fix: 'Use asyncio.sleep',
      safety: 'safe',
    },
    {
      name: 'it stays when something does',
      before: 'import asyncio\nimport time\n\n\nasync def main():\n    time.sleep(1)\n    return time.time()\n',
      after: 'import asyncio\nimport time\n\n\nasync def main():\n    await asyncio.sleep(1)\n    return time.time()\n',
    },
    {
      name: 'an imported sleep',
      before: 'import asyncio\nfrom time import sleep\n\n\nasync def main():\n    sleep(0.5)\n',
      after: 'import asyncio\n\n\nasync def main():\n    await asyncio.sleep(0.5)\n',
    },
    {
      name: 'an imported sleep among other names',
      before:
        'from time import monotonic, sleep, time\n\n\nasync def main():\n    sleep(0.5)\n    return monotonic(), time()\n',
      after:
        'import asyncio\nfrom time import monotonic, time\n\n\nasync def main():\n    await asyncio.sleep(0.5)\n    return monotonic(), time()\n',
    },
    {
      name: 'the last name of a from import',
      before:
        'import asyncio\nfrom time import monotonic, sleep\n\n\nasync def main():\n    sleep(0.5)\n    return monotonic()\n',
      after:
        'import asyncio\nfrom time import monotonic\n\n\nasync def main():\n    await asyncio.sleep(0.5)\n    return monotonic()\n',
    },
    {
      name: 'a name on a line of its own',
      before:
        'import asyncio\nfrom time import (\n    monotonic,\n    sleep,\n)\n\n\nasync def main():\n    sleep(0.5)\n    return monotonic()\n',
      after:
        'import asyncio\nfrom time import (\n    monotonic,\n)\n\n\nasync def main():\n    await asyncio.sleep(0.5)\n    return monotonic()\n',
    },
    {
      name: 'an alias',
      before: 'import asyncio\nimport time as t\n\n\nasync def main():\n    t.sleep(1)\n',
      after: 'import asyncio\n\n\nasync def main():\n    await asyncio.sleep(1)\n',
    },
    {
      name: 'an import with a comment stays',
      before: 'import asyncio\nimport time  # for pauses\n\n\nasync def main():\n    time.sleep(1)\n',
      after: 'import asyncio\nimport time  # for pauses\n\n\nasync def main():\n    await asyncio.sleep(1)\n',
    },
    {
      name: 'an import in a package stays: others may take it from there',
      file: '__init__.py',
      before: 'import asyncio\nimport time\n\n\nasync def main():\n    time.sleep(1)\n',
      after: 'import asyncio\nimport time\n\n\nasync def main():\n    await asyncio.sleep(1)\n',
    },
    {
      name: 'an import that __all__ names stays',
      before: '__all__ = ["time"]\nimport asyncio\nimport time\n\n\nasync def main():\n    time.sleep(1)\n',
      after: '__all__ = ["time"]\nimport asyncio\nimport time\n\n\nasync def main():\n    await asyncio.sleep(1)\n',
    },
    {
      name: 'an import that an annotation quotes stays',
      before: 'import asyncio\nimport time\n\n\nasync def main(at: "time.struct_time"):\n    time.sleep(1)\n',
      after: 'import asyncio\nimport time\n\n\nasync def main(at: "time.struct_time"):\n    await asyncio.sleep(1)\n',
    },
    {
      name: 'a docstring that speaks of it does not hold it',
      before: 'import asyncio\nimport time\n\n\nasync def main():\n    """It takes time."""\n    time.sleep(1)\n',
      after: 'import asyncio\n\n\nasync def main():\n    """It takes time."""\n    await asyncio.sleep(1)\n',
    },
    {
      name: 'an import in a try stays',
      before:
        'import asyncio\ntry:\n    import time\nexcept ImportError:\n    raise\n\n\nasync def main():\n    time.sleep(1)\n',
      after:
        'import asyncio\ntry:\n    import time\nexcept ImportError:\n    raise\n\n\nasync def main():\n    await asyncio.sleep(1)\n',
    },
    {
      name: 'an import in the function',
      before: 'import asyncio\n\n\nasync def main():\n    import time\n    time.sleep(1)\n',
      after: 'import asyncio\n\n\nasync def main():\n    await asyncio.sleep(1)\n',
    },
    {
      name: 'trio',
      before: 'import time\nimport trio\n\n\nasync def main():\n    time.sleep(1)\n',
      after: 'import trio\n\n\nasync def main():\n    await trio.sleep(1)\n',
      fix: 'Use trio.sleep',
    },
    {
      name: 'anyio',
      before: 'import time\nfrom anyio import create_task_group\n\n\nasync def main():\n    time.sleep(1)\n',
      after: 'from anyio import create_task_group, sleep\n\n\nasync def main():\n    await sleep(1)\n',
    },
    {
      name: 'a pause between a read and a write of a shared thing is a risk',
      before: 'import asyncio\nimport time\n\n\nasync def main(self):\n    self.x += time.sleep(1) or 1\n',
      safety: 'unsafe',
    },
  ]);
});

describe('where it is withheld', () => {
  testFixes([
    {
      name: 'in a cleanup',
      before: py`
        import time


        async def main():
            try:
                pass
            finally:
                time.sleep(1)
      `,
      withheld: 'cancelled',
    },
    {
      name: 'under a lock of threads',
      before: py`
        import time
        from threading import Lock

        mine = Lock()


        async def main():
            with mine:
                time.sleep(1)
      `,
      at: 'time.sleep',
      withheld: '`mine` is held',
    },
    {
      name: 'in a lambda',
      before:
        'import asyncio\nimport time\n\n\nasync def main():\n    asyncio.get_running_loop().call_soon(lambda: time.sleep(1))\n',
      withheld: 'lambda',
    },
  ]);
});

describe('a helper that sleeps', () => {
  testFixes([
    {
      name: 'goes to a thread as a whole',
      before: 'import asyncio\nimport time\n\n\ndef pause():\n    time.sleep(1)\n\n\nasync def main():\n    pause()\n',
      after:
        'import asyncio\nimport time\n\n\ndef pause():\n    time.sleep(1)\n\n\nasync def main():\n    await asyncio.to_thread(pause)\n',
      safety: 'unsafe',
    },
  ]);
});
