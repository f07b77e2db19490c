/** The fixes that move computation to a pool where it runs at the same time. */
import type { FixKind } from '../kind.ts';
import { interpreterPool, processPool } from './executor-pool.ts';

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
];
