/** Lambdas and nested functions that are handed to processes or interpreters move to the top of the module. */
import { describe } from 'vitest';
import { py, testFixes } from '../harness/fix-cases.ts';

describe('a function of the module takes the place of a local one', () => {
  testFixes([
    {
      name: 'a lambda that calls one with what it captured',
      before: py`
        from concurrent.futures import ProcessPoolExecutor


        def crunch(n):
            return n * n


        def main(pool: ProcessPoolExecutor, n):
            return pool.submit(lambda: crunch(n))
      `,
      after: py`
        from concurrent.futures import ProcessPoolExecutor


        def crunch(n):
            return n * n


        def main(pool: ProcessPoolExecutor, n):
            return pool.submit(crunch, n)
      `,
      fix: 'Hand over `crunch`, a function of the module',
      safety: 'unsafe',
    },
    {
      name: 'a lambda that captures nothing',
      before: py`
        from concurrent.futures import ProcessPoolExecutor


        # Squares.
        def main(xs):
            with ProcessPoolExecutor() as pool:
                return list(pool.map(lambda x: x * x, xs))  # all of them
      `,
      after: py`
        from concurrent.futures import ProcessPoolExecutor


        def compute(x):
            return x * x


        # Squares.
        def main(xs):
            with ProcessPoolExecutor() as pool:
                return list(pool.map(compute, xs))  # all of them
      `,
      fix: 'Hand over `compute`, a function of the module',
    },
    {
      name: 'a lambda that captures, for many items',
      before: py`
        from concurrent.futures import ProcessPoolExecutor


        def main(xs, n):
            with ProcessPoolExecutor() as pool:
                return list(pool.map(lambda x: x * n, xs))
      `,
      after: py`
        import functools
        from concurrent.futures import ProcessPoolExecutor


        def compute(n, x):
            return x * n


        def main(xs, n):
            with ProcessPoolExecutor() as pool:
                return list(pool.map(functools.partial(compute, n), xs))
      `,
      fix: 'Hand over `compute`, a function of the module',
    },
    {
      name: 'a nested function, with its comments',
      before: py`
        from concurrent.futures import ProcessPoolExecutor


        def main(xs, n):
            # Times n.
            def times(x: int) -> int:
                """Product."""
                # by n
                return x * n

            with ProcessPoolExecutor() as pool:
                return [pool.submit(times, x) for x in xs]
      `,
      after: py`
        from concurrent.futures import ProcessPoolExecutor


        # Times n.
        def times(n, x: int) -> int:
            """Product."""
            # by n
            return x * n


        def main(xs, n):

            with ProcessPoolExecutor() as pool:
                return [pool.submit(times, n, x) for x in xs]
      `,
      fix: 'Hand over `times`, a function of the module',
    },
    {
      name: 'the target of a process',
      before: py`
        import multiprocessing


        def main(n):
            def work():
                return n * n

            multiprocessing.get_context("spawn").Process(target=work).start()
      `,
      after: py`
        import multiprocessing


        def work(n):
            return n * n


        def main(n):

            multiprocessing.get_context("spawn").Process(target=work, args=(n,)).start()
      `,
      fix: 'Hand over `work`, a function of the module',
    },
  ]);
});

describe('withheld', () => {
  testFixes([
    {
      name: 'a function that counts in the one around',
      before: py`
        from concurrent.futures import ProcessPoolExecutor


        def main(xs):
            count = 0

            def work(x):
                nonlocal count
                count += x

            with ProcessPoolExecutor() as pool:
                pool.submit(work, 1)
            return count
      `,
      withheld: 'it changes variables of the function around it',
    },
    {
      name: 'a lambda that needs its object',
      before: py`
        from concurrent.futures import ProcessPoolExecutor


        class A:
            def main(self, x):
                with ProcessPoolExecutor() as pool:
                    return pool.submit(lambda: self.x + x)
      `,
      withheld: 'it needs the object around it',
    },
  ]);
});
