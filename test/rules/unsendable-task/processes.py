"""What a process gets is pickled: functions by name."""

import functools
from concurrent.futures import ProcessPoolExecutor
from contextvars import copy_context

LIMIT = 3
square = lambda n: n * n


def double(n):
    return n * 2


def count_up(limit):
    yield from range(limit)


def logged(function):
    def wrapper(*values):
        return function(*values)

    return wrapper


def wrapped(function):
    @functools.wraps(function)
    def wrapper(*values):
        return function(*values)

    return wrapper


@logged
def renamed(n):
    return n


@wrapped
def kept(n):
    return n


def functions():
    factor = 2

    def scale(n):
        return n * factor

    def plain(n):
        return n

    global shared

    def shared(n):
        return n

    with ProcessPoolExecutor() as pool:
        print(pool.submit(double, 1))  # ok: found by its name
        print(pool.submit(len, "abc"))  # ok
        print(pool.submit("a".upper))  # ok
        print(pool.submit(functools.partial(double, 1)))  # ok
        print(pool.submit(kept, 1))  # ok: has the name of what it wraps
        print(pool.submit(shared, 1))  # ok: a name of the module
        print(pool.submit(lambda: 1))  # finding: [unsendable-task] error
        #                 ^^^^^^^^^
        print(pool.submit(lambda: LIMIT))  # finding: [unsendable-task]
        print(pool.submit(square, 2))  # finding: [unsendable-task]
        print(pool.submit(plain, 1))  # finding: [unsendable-task]
        print(pool.submit(scale, 1))  # finding: [unsendable-task]
        print(pool.submit(renamed, 1))  # finding: [unsendable-task]
        print(pool.submit(count_up, 1))  # finding: [unsendable-task]
        print(pool.submit(functools.partial(lambda n: n, 1)))  # finding: [unsendable-task]
        print(pool.submit(functools.partial(plain, 1)))  # finding: [unsendable-task]
        print(pool.submit(copy_context().run, double, 1))  # finding: [unsendable-task]
        list(pool.map(double, [1, 2]))  # ok
        list(pool.map(lambda n: n + LIMIT, [1, 2]))  # finding: [unsendable-task]


def given(function, pool: ProcessPoolExecutor):
    print(pool.submit(function, 1))  # ok: whatever callers pass


def gives(pool: ProcessPoolExecutor):
    given(double, pool)  # ok
    given(lambda n: n, pool)  # finding: [unsendable-task]
