/** What computes on the event loop, or in a thread of its own, moves to a pool of interpreters or processes. */
import { describe } from 'vitest';
import { py, testFixes } from '../harness/fix-cases.ts';

const CRUNCH = py`
  def crunch(n):
      total = 0
      for i in range(10_000_000):
          total += i * n
      return total
`;

const INTERPRETERS = 'Run `crunch` in a pool of interpreters (Python 3.14)';
const PROCESSES = 'Run `crunch` in a pool of processes';

describe('a pool of the module', () => {
  testFixes([
    {
      name: 'of interpreters',
      before: `import asyncio\n\n\n${CRUNCH}\n\nasync def main(n):\n    return crunch(n) + 1\n`,
      after: `import asyncio\nfrom concurrent.futures import InterpreterPoolExecutor\n\n\n${CRUNCH}\n\ncpu_pool = InterpreterPoolExecutor()\n\n\nasync def main(n):\n    return await asyncio.get_running_loop().run_in_executor(cpu_pool, crunch, n) + 1\n`,
      fix: INTERPRETERS,
      safety: 'unsafe',
    },
    {
      name: 'of processes, below the comments of the function',
      before: `import asyncio\n\n\n${CRUNCH}\n\n# Entry.\nasync def main(n):\n    x = crunch(n=n)\n    return x\n`,
      after: `import asyncio\nimport functools\nfrom concurrent.futures import ProcessPoolExecutor\n\n\n${CRUNCH}\n\ncpu_pool = ProcessPoolExecutor()\n\n\n# Entry.\nasync def main(n):\n    x = await asyncio.get_running_loop().run_in_executor(\n        cpu_pool, functools.partial(crunch, n=n)\n    )\n    return x\n`,
      fix: PROCESSES,
    },
    {
      name: 'that is there already',
      before: `import asyncio\nfrom concurrent.futures import ProcessPoolExecutor\n\nworkers = ProcessPoolExecutor(2)\n\n\n${CRUNCH}\n\nasync def main(n):\n    return crunch(n)\n`,
      after: `import asyncio\nfrom concurrent.futures import ProcessPoolExecutor\n\nworkers = ProcessPoolExecutor(2)\n\n\n${CRUNCH}\n\nasync def main(n):\n    return await asyncio.get_running_loop().run_in_executor(workers, crunch, n)\n`,
      fix: PROCESSES,
    },
    {
      name: 'in the place of a thread',
      before: `import asyncio\n\n\n${CRUNCH}\n\nasync def main(n):\n    return await asyncio.to_thread(crunch, n)\n`,
      after: `import asyncio\nfrom concurrent.futures import InterpreterPoolExecutor\n\n\n${CRUNCH}\n\ncpu_pool = InterpreterPoolExecutor()\n\n\nasync def main(n):\n    return await asyncio.get_running_loop().run_in_executor(cpu_pool, crunch, n)\n`,
      fix: INTERPRETERS,
    },
  ]);
});

describe('withheld', () => {
  testFixes([
    {
      name: 'where the module imports what refuses other interpreters',
      before: `import asyncio\n\nimport numpy\n\n\n${CRUNCH}\n\nasync def main(n):\n    return crunch(n)\n`,
      fix: INTERPRETERS,
      withheld: '`numpy`, which the function’s module imports, may not load in another interpreter',
    },
  ]);
});
