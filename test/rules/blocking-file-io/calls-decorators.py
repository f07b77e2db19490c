"""Decorators that run their function, in the shapes of real projects; and those after which nobody knows."""

import functools
import logging
import time
from functools import singledispatch, update_wrapper
from pathlib import Path

from tenacity import retry, stop_after_attempt

COMMANDS = {}


def timed(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        start = time.perf_counter()
        try:
            return function(*args, **kwargs)
        finally:
            logging.debug('%s took %s', function, time.perf_counter() - start)

    return wrapper


def repeated(times):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            for attempt in range(times):
                try:
                    return function(*args, **kwargs)
                except OSError:
                    if attempt == times - 1:
                        raise

        return wrapper

    return decorate


def registered(function):
    COMMANDS[function.__name__] = function
    return function


def command(name):
    def register(function):
        COMMANDS[name] = function
        return function

    return register


def optional(function=None, *, prefix=''):
    def decorate(function):
        def wrapper(name):
            return function(prefix + name)

        return wrapper

    return decorate if function is None else decorate(function)


def ignores_it(function):
    def wrapper(*args):
        return None

    return wrapper


def saves_first(function):
    def wrapper(self, *args):
        self.save()
        return function(self, *args)

    return wrapper


class Logged:
    def __init__(self, function):
        update_wrapper(self, function)
        self.function = function

    def __call__(self, *args):
        return self.function(*args)


class Registered:
    def __init__(self, function):
        self.function = function

    def __call__(self, *args):
        return self.function


class Retried:
    def __init__(self, times):
        self.times = times

    def __call__(self, function):
        def wrapper(*args):
            for _ in range(self.times):
                return function(*args)

        return wrapper


class Collected:
    def __init__(self):
        self.functions = []

    def __call__(self, function):
        self.functions.append(function)
        return function


class Silenced:
    def __call__(self, function):
        return lambda *args: None


collected = Collected()


@timed
def by_plain(name):
    return Path(name).read_text()


@repeated(times=3)
def by_arguments(name):
    return Path(name).read_text()


@timed
@repeated(3)
def by_two(name):
    return Path(name).read_text()


@registered
def by_registration(name):
    return Path(name).read_text()


@command('show')
def by_named_registration(name):
    return Path(name).read_text()


@optional
def by_optional(name):
    return Path(name).read_text()


@optional(prefix='a')
def by_optional_given(name):
    return Path(name).read_text()


@Logged
def by_class(name):
    return Path(name).read_text()


@Registered
def by_silent_class(name):
    return Path(name).read_text()


@Retried(3)
def by_object(name):
    return Path(name).read_text()


@collected
def by_collection(name):
    return Path(name).read_text()


@Silenced()
def by_silent_object(name):
    return Path(name).read_text()


@Retried(3)
def quiet(name):
    return name


@ignores_it
def ignored(name):
    return Path(name).read_text()


@retry(stop=stop_after_attempt(3))
def by_library(name):
    return Path(name).read_text()


@singledispatch
def dispatched(value):
    return Path(value).read_text()


class Saved:
    def save(self): ...

    @saves_first
    def change(self):
        return 1


class Store:
    def save(self):
        Path('a').write_text('')

    @timed
    def load(self, name):
        return Path(name).read_text()

    @staticmethod
    @repeated(2)
    def parse(name):
        return Path(name).read_text()

    @classmethod
    @timed
    def open(cls, name):
        return Path(name).read_text()

    @saves_first
    def change(self):
        return 1

    def guard(function):
        @functools.wraps(function)
        def wrapper(self, *args):
            return function(self, *args)

        return wrapper

    @guard
    def guarded(self):
        return Path('a').read_text()


async def functions():
    by_plain('a')  # finding: [blocking-file-io] via by_plain > pathlib.Path.read_text
    by_arguments('a')  # finding: [blocking-file-io] via by_arguments > pathlib.Path.read_text
    by_two('a')  # finding: [blocking-file-io]
    by_registration('a')  # finding: [blocking-file-io] via by_registration > pathlib.Path.read_text
    by_named_registration('a')  # finding: [blocking-file-io] via by_named_registration > pathlib.Path.read_text
    by_optional('a')  # finding: [blocking-file-io]
    by_optional_given('a')  # finding: [blocking-file-io]
    by_class('a')  # finding: [blocking-file-io]
    by_silent_class('a')  # ok: gives the function, and does not call it
    by_object('a')  # finding: [blocking-file-io]
    by_collection('a')  # finding: [blocking-file-io]
    by_silent_object('a')  # ok: the decorator never calls it
    quiet('a')  # ok: memory
    ignored('a')  # ok: the decorator never calls it
    by_library('a')  # finding: [blocking-file-io]
    dispatched('a')  # finding: [blocking-file-io]
    timed(by_registration)('a')  # finding: [blocking-file-io]
    timed(by_registration)  # ok: not called


async def methods(store: Store, saved: Saved):
    saved.change()  # ok: saves nothing
    store.load('a')  # finding: [blocking-file-io] via store.load > pathlib.Path.read_text
    store.parse('a')  # finding: [blocking-file-io] via store.parse > pathlib.Path.read_text
    Store.open('a')  # finding: [blocking-file-io] via Store.open > pathlib.Path.read_text
    store.change()  # finding: [blocking-file-io]
    store.guarded()  # finding: [blocking-file-io]


@timed
async def measured_coroutine(name):
    return Path(name).read_text()  # finding: [blocking-file-io]


async def coroutines():
    await measured_coroutine('a')  # ok: reported in its body


@timed
def measured_offload(name):
    import asyncio

    return asyncio.to_thread(by_plain, name)


async def offloads():
    await measured_offload('a')  # ok: in a thread
