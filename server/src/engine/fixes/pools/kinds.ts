/** The fixes that move computation to a pool where it runs at the same time. */
import type { FixKind } from '../kind.ts';
import { interpreterPool, processPool } from './executor-pool.ts';
import { moduleLevel } from './module-level.ts';
import { inInterpreterPool, inProcessPool } from './run-in-pool.ts';

export const POOL_FIXES: readonly FixKind[] = [
  {
    id: 'executor-pool',
    fixers: [interpreterPool, processPool],
    rules: ['cpu-bound-in-thread-pool'],
    title: 'Use InterpreterPoolExecutor (Python 3.14)',
    safety: 'unsafe',
    explanation: `Workers with a GIL of their own compute at the same time. Tasks get copies of their arguments and have their own globals.
For targets below Python 3.14, and where an import refuses to load in another interpreter, a \`ProcessPoolExecutor\` is offered.`,
    before: `from concurrent.futures import ThreadPoolExecutor


def crunch(n):
    total = 0
    for i in range(n):
        total += i * i
    return total


def main():
    with ThreadPoolExecutor() as pool:
        return list(pool.map(crunch, [10_000_000] * 4))
`,
    after: `from concurrent.futures import InterpreterPoolExecutor


def crunch(n):
    total = 0
    for i in range(n):
        total += i * i
    return total


def main():
    with InterpreterPoolExecutor() as pool:
        return list(pool.map(crunch, [10_000_000] * 4))
`,
    withheld: [
      'tasks that are lambdas, nested functions, methods or decorated, or that write globals',
      'arguments that cannot be copied: locks, files, sockets, connections',
      'a pool with other tasks, one that is handed on, or one made in another file or in several places',
      'a pool with an `initializer`; for a process pool also one with a `thread_name_prefix`',
      'a pool that is used when the module is imported, outside of `if __name__ == "__main__":`',
      'for interpreters: modules that import numpy, pydantic and others that refuse to load there, or that are not known',
    ],
  },
  {
    id: 'run-in-pool',
    fixers: [inInterpreterPool, inProcessPool],
    rules: ['cpu-bound-on-loop', 'cpu-bound-in-thread-pool'],
    title: 'Run `crunch` in a pool of interpreters (Python 3.14)',
    safety: 'unsafe',
    explanation: `A function that computes leaves the event loop for a worker with a GIL of its own, from a pool that the module makes once; a
pool of the module that is there already is used. The worker gets copies of the arguments, and shares no globals.
For targets below Python 3.14, and where an import refuses to load in another interpreter, a \`ProcessPoolExecutor\` is offered.`,
    before: `import asyncio


def crunch(n):
    total = 0
    for i in range(n):
        total += i * i
    return total


async def main(n):
    return await asyncio.to_thread(crunch, n)
`,
    after: `import asyncio
from concurrent.futures import InterpreterPoolExecutor


def crunch(n):
    total = 0
    for i in range(n):
        total += i * i
    return total


cpu_pool = InterpreterPoolExecutor()


async def main(n):
    return await asyncio.get_running_loop().run_in_executor(cpu_pool, crunch, n)
`,
    withheld: [
      'lambdas, nested functions, methods and decorated functions, and functions that write globals',
      'arguments that cannot be copied: locks, files, sockets, connections',
      'calls with `*args`, and places where no `await` may stand',
      'code that runs when the module is imported, which the workers do again',
      'for interpreters: modules that import numpy, pydantic and others that refuse to load there, or that are not known',
    ],
  },
  {
    id: 'module-level',
    fixers: [moduleLevel],
    rules: ['unsendable-task'],
    title: 'Hand over `crunch`, a function of the module',
    safety: 'unsafe',
    explanation: `Workers in other processes and interpreters look functions up by name, so a lambda or nested function moves to the top of the
module, and what it captured becomes arguments, with the values that they have when it is handed over.`,
    before: `from concurrent.futures import ProcessPoolExecutor


def crunch(n):
    return n * n


def main(n):
    with ProcessPoolExecutor() as pool:
        return pool.submit(lambda: crunch(n)).result()
`,
    after: `from concurrent.futures import ProcessPoolExecutor


def crunch(n):
    return n * n


def main(n):
    with ProcessPoolExecutor() as pool:
        return pool.submit(crunch, n).result()
`,
    withheld: [
      'functions that change variables of the function around, or need its object (`self`)',
      'decorated functions, lambdas of several lines, and names that the module has already',
      'captured names of a nested function that is used elsewhere, too',
    ],
  },
];
