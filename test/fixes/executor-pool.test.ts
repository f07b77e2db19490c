/** Pools of threads whose tasks compute. */
import { describe } from 'vitest';
import { type FixCase, py, testFixes } from '../harness/fix-cases.ts';

const CRUNCH = py`
  def crunch(n):
      total = 0
      for i in range(n):
          total += i * i
      return total


`;

const INTERPRETERS = 'Use InterpreterPoolExecutor (Python 3.14)';
const PROCESSES = 'Use ProcessPoolExecutor';

/** `head` with imports, then `crunch`, then `body`. */
function file(head: string, body: string): string {
  return `${head}\n\n\n${CRUNCH}${body}`;
}

const MAIN = py`
  def main():
      with ThreadPoolExecutor(max_workers=4) as pool:
          return list(pool.map(crunch, [1, 2]))
`;
const IMPORT = 'from concurrent.futures import ThreadPoolExecutor';

describe('the pool is another', () => {
  testFixes([
    {
      name: 'of interpreters',
      before: file(IMPORT, MAIN),
      after: file(IMPORT, MAIN).replaceAll('ThreadPool', 'InterpreterPool'),
      fix: INTERPRETERS,
      safety: 'unsafe',
    },
    {
      name: 'of processes',
      before: file(IMPORT, MAIN),
      after: file(IMPORT, MAIN).replaceAll('ThreadPool', 'ProcessPool'),
      fix: PROCESSES,
      safety: 'unsafe',
    },
    {
      name: 'imported beside the old one where that is still needed',
      before: file(IMPORT, `${MAIN}\n\nOTHER = ThreadPoolExecutor\n`),
      after: file(
        'from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor',
        `${MAIN.replace('ThreadPool', 'ProcessPool')}\n\nOTHER = ThreadPoolExecutor\n`,
      ),
      fix: PROCESSES,
    },
    {
      name: 'named through its module',
      before: file('import concurrent.futures', MAIN.replace('Thread', 'concurrent.futures.Thread')),
      after: file('import concurrent.futures', MAIN.replace('Thread', 'concurrent.futures.Process')),
      fix: PROCESSES,
    },
    {
      name: 'made elsewhere in the class, with a name for its threads',
      before: file(
        IMPORT,
        py`
          class A:
              def __init__(self):
                  self.pool = ThreadPoolExecutor(2, thread_name_prefix="a")

              def go(self):
                  return self.pool.submit(crunch, 1)
        `,
      ),
      fix: INTERPRETERS,
    },
    {
      name: 'made and kept in the function',
      before: file(
        IMPORT,
        'def main():\n    pool = ThreadPoolExecutor()\n    f = pool.submit(crunch, 1)\n    pool.shutdown()\n    return f\n',
      ),
      fix: PROCESSES,
    },
    {
      name: 'started under a guard',
      before: file(IMPORT, `${MAIN}\n\nif __name__ == "__main__":\n    main()\n`),
      fix: PROCESSES,
    },
  ]);
});

const refused = (name: string, before: string, withheld: string, rest: Partial<FixCase> = {}): FixCase => ({
  name,
  before,
  withheld,
  ...rest,
});

describe('the pool stays what it is', () => {
  testFixes([
    refused('of interpreters before Python 3.14', file(IMPORT, MAIN), '', { fix: INTERPRETERS, target: 13 }),
    refused('where the task imports what cannot be loaded', file(`import numpy\n${IMPORT}`, MAIN), '', {
      fix: INTERPRETERS,
    }),
    refused(
      'of processes, with a name for its threads',
      file(IMPORT, MAIN.replace('max_workers=4', 'thread_name_prefix="a"')),
      '',
      {
        fix: PROCESSES,
      },
    ),
    refused('with an initializer', file(IMPORT, MAIN.replace('max_workers=4', 'initializer=print')), 'initializer'),
    refused(
      'with other tasks',
      file(IMPORT, `${MAIN}\n`.replace('return', 'pool.submit(print, 1)\n        return')),
      'not known',
    ),
    refused(
      'where it is handed on',
      file(
        IMPORT,
        'def main(use):\n    pool = ThreadPoolExecutor()\n    use(pool)\n    return pool.submit(crunch, 1)\n',
      ),
      'used for other things',
    ),
    refused(
      'where it comes from elsewhere',
      file(IMPORT, 'def main(pool: ThreadPoolExecutor):\n    return pool.submit(crunch, 1)\n'),
      'not made in this file',
    ),
    refused('where the module starts it on import', file(IMPORT, `${MAIN}\n\nmain()\n`), '__main__'),
    refused(
      'where the module makes it on import',
      file(IMPORT, 'pool = ThreadPoolExecutor()\nf = pool.submit(crunch, 1)\n'),
      '__main__',
    ),
    refused(
      'for a nested function',
      `${IMPORT}\n\n\ndef main():\n${CRUNCH.trimEnd().replace(/^(?=.)/gm, '    ')}\n    with ThreadPoolExecutor() as pool:\n        return pool.submit(crunch, 1)\n`,
      'nested function',
    ),
    refused(
      'for a method',
      `${IMPORT}\n\n\nclass A:\n${CRUNCH.trimEnd()
        .replace('(n)', '(self, n)')
        .replace(
          /^(?=.)/gm,
          '    ',
        )}\n\n    def main(self):\n        with ThreadPoolExecutor() as pool:\n            return pool.submit(self.crunch, 1)\n`,
      'method',
    ),
    refused(
      'for a task that writes globals',
      file(IMPORT, MAIN).replace('    total = 0\n', '    global last\n    last = n\n    total = 0\n'),
      'globals',
    ),
    refused(
      'for an argument that cannot be copied',
      file(
        `import threading\n${IMPORT}`,
        'def main():\n    lock = threading.Lock()\n    with ThreadPoolExecutor() as pool:\n        return pool.submit(crunch, lock)\n',
      ),
      'copied',
    ),
  ]);
});
