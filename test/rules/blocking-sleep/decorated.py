"""Functions behind decorators: those that leave the function as it is, those that run it, those that nobody knows."""
import functools
import time
from functools import lru_cache, wraps

from somewhere import unknown


@lru_cache
def cached():
    time.sleep(1)


@functools.cache
def memoised():
    time.sleep(1)


@unknown
def changed():
    time.sleep(1)


def logged(function):
    @wraps(function)
    def run(*args):
        print(function)
        return function(*args)

    return run


@logged
def wrapped():
    time.sleep(1)


def naps(function):
    def run(*args):
        time.sleep(1)
        return function(*args)

    return run


@naps
def napping():
    return 1


async def main():
    cached()  # finding: [blocking-sleep] via cached > time.sleep
    memoised()  # finding: [blocking-sleep] via memoised > time.sleep
    changed()  # ok: nobody knows what the decorator makes of it
    wrapped()  # finding: [blocking-sleep]
    napping()  # finding: [blocking-sleep]
