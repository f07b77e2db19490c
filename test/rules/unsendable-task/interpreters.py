"""An interpreter also takes the code of a function that uses nothing of what is around it."""

import functools
import math
from concurrent.futures import InterpreterPoolExecutor
from contextvars import copy_context

LIMIT = 3
square = lambda n: n * n
limited = lambda n: n + LIMIT


def double(n):
    return n * 2


def count_up(limit):
    yield from range(limit)


class Plain:
    def work(self):
        return 1


def functions():
    factor = 2

    def scale(n):
        return n * factor

    def plain(n):
        import math

        return math.sqrt(n)

    def annotated(n: Plain) -> Plain:
        other: Plain = n
        return other

    def recursive(n):
        return 1 if n < 2 else n * recursive(n - 1)

    def defaulted(n=1):
        return n

    with InterpreterPoolExecutor() as pool:
        print(pool.submit(double, 1))  # ok: found by its name
        print(pool.submit(lambda: 1))  # ok: nothing but its code
        print(pool.submit(lambda n: len(str(n)), 3))  # ok: builtins are everywhere
        print(pool.submit(lambda n: [i for i in range(n)], 3))  # ok
        print(pool.submit(square, 2))  # ok
        print(pool.submit(plain, 1))  # ok: it imports for itself
        print(pool.submit(annotated, 1))  # ok: nobody evaluates the annotations
        print(pool.submit(lambda n: (lambda m: m + n)(1), 3))  # ok
        print(pool.submit(lambda: factor))  # finding: [unsendable-task]
        print(pool.submit(lambda: LIMIT))  # finding: [unsendable-task]
        print(pool.submit(lambda: math.sqrt(4)))  # finding: [unsendable-task]
        print(pool.submit(lambda: double(4)))  # finding: [unsendable-task]
        print(pool.submit(lambda: [LIMIT for i in range(3)]))  # finding: [unsendable-task]
        print(pool.submit(lambda n=2: n))  # finding: [unsendable-task]
        print(pool.submit(limited, 2))  # finding: [unsendable-task]
        print(pool.submit(scale, 1))  # finding: [unsendable-task]
        print(pool.submit(recursive, 1))  # finding: [unsendable-task]
        print(pool.submit(defaulted))  # finding: [unsendable-task]
        print(pool.submit(functools.partial(double, 1)))  # ok
        print(pool.submit(functools.partial(lambda n: n, 1)))  # finding: [unsendable-task]
        print(pool.submit(count_up, 1))  # finding: [unsendable-task]
        print(pool.submit(copy_context().run, double, 1))  # finding: [unsendable-task]
        print(pool.submit(print, lambda: 1))  # ok: an argument goes the same way
        print(pool.submit(print, [lambda: 1]))  # finding: [unsendable-task]
        print(pool.submit(print, lambda: LIMIT))  # finding: [unsendable-task]
        print(pool.submit(Plain().work))  # ok


SCRIPT = "print(1)"


def scripts(pool: InterpreterPoolExecutor):
    print(pool.submit(SCRIPT))  # finding: [unsendable-task]
    print(pool.submit("print(1)"))  # todo-finding: [unsendable-task] calls that are only given texts are not looked at
