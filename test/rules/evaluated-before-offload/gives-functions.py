"""Calls that give something to call, or may: a factory, a decorator, a method that others override, an unknown library."""

import asyncio
import functools
import operator
import threading
from collections.abc import Callable

import library


def make(path):
    def load():
        return path

    return load


def annotated(path) -> Callable[[], str]:
    return library.loader(path)


def either(path):
    if path:
        return None
    return lambda: path


def decorated(function):
    @functools.wraps(function)
    def wrapper(*args):
        return function(*args)

    return wrapper


@library.factory
def wrapped(path):
    print(path)


class Loader:
    def __init__(self, path):
        self.path = path

    def __call__(self):
        return self.path


class Plain:
    def __init__(self, path):
        self.path = path


class Foreign(library.Base):
    pass


class Job:
    def task(self):
        pass

    def work(self):
        print(self)

    async def run(self):
        await asyncio.to_thread(self.task())  # ok: a subclass gives the function
        await asyncio.to_thread(self.work())  # ok: may be overridden


class Upload(Job):
    def task(self):
        return print


def stub():
    raise NotImplementedError


async def coroutine():
    pass


def numbers():
    yield 1


async def main(path, factories):
    await asyncio.to_thread(make(path))  # ok: a function
    await asyncio.to_thread(annotated(path))  # ok: its annotation says so
    await asyncio.to_thread(either(path))  # ok: may be a function
    await asyncio.to_thread(decorated(make), path)  # ok: what a decorator makes
    await asyncio.to_thread(wrapped(path))  # ok: what the decorator makes of it is not known
    await asyncio.to_thread(Loader(path))  # ok: has `__call__`
    await asyncio.to_thread(Plain(path))  # finding: [evaluated-before-offload]
    await asyncio.to_thread(Foreign())  # ok: its base may have `__call__`
    await asyncio.to_thread(stub())  # ok: others fill it in
    await asyncio.to_thread(library.loader(path))  # ok: not known
    await asyncio.to_thread(factories[0](path))  # ok: not known
    await asyncio.to_thread(operator.methodcaller("strip"), path)  # ok: can be called
    await asyncio.to_thread(lambda: make(path))  # ok
    await asyncio.to_thread(await coroutine())  # ok: what the coroutine gives is not looked at
    await asyncio.to_thread(getattr(path, "strip"))  # ok: not known
    threading.Thread(target=next(iter(factories))).start()  # ok: not known
    threading.Thread(target=type(path)("x")).start()  # ok: not known
