"""The project's own wrappers in all the shapes in which projects write them: each hands its parameter on, in some steps."""

from __future__ import annotations

import asyncio
import functools
from collections.abc import Awaitable, Callable
from concurrent.futures import Executor, ThreadPoolExecutor
from typing import Any, ParamSpec, TypeVar

import anyio
import requests
from starlette.concurrency import run_in_threadpool

P = ParamSpec('P')
R = TypeVar('R')
Func = Callable[..., Any]

POOL = ThreadPoolExecutor(8)


def fetch(url):
    return requests.get(url).text


def typed(function: Callable[P, R]) -> Callable[P, Awaitable[R]]:
    """A decorator, typed as people type them today."""

    @functools.wraps(function)
    async def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        return await asyncio.to_thread(function, *args, **kwargs)

    return wrapper


def in_executor(executor: Executor | None = None):
    """A decorator with arguments."""

    def decorate(function: Func):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            loop = asyncio.get_event_loop()
            return loop.run_in_executor(executor, functools.partial(function, *args, **kwargs))

        return wrapper

    return decorate


def with_optional_argument(function=None, *, pool=POOL):
    """A decorator to be used with and without parentheses."""
    if function is None:
        return functools.partial(with_optional_argument, pool=pool)

    @functools.wraps(function)
    async def wrapper(*args):
        return await asyncio.get_running_loop().run_in_executor(pool, function, *args)

    return wrapper


class Threaded:
    """A decorator that is a class."""

    def __init__(self, function):
        self.function = function

    async def __call__(self, *args):
        return await asyncio.to_thread(self.function, *args)


@typed
def by_typed(url):
    return requests.get(url)


@in_executor(POOL)
def by_arguments(url):
    return requests.get(url)


@with_optional_argument
def by_optional(url):
    return requests.get(url)


@with_optional_argument(pool=None)
def by_optional_given(url):
    return requests.get(url)


@Threaded
def by_class(url):
    return requests.get(url)


async def decorators(url):
    await by_typed(url)  # ok
    await by_arguments(url)  # ok
    await by_optional(url)  # ok
    await by_optional_given(url)  # ok
    await by_class(url)  # ok
    await typed(fetch)(url)  # ok
    await Threaded(fetch)(url)  # ok
    await typed(fetch(url))()  # finding: [blocking-http-call] via fetch > requests.get


run_sync = asyncio.to_thread
run_pooled = functools.partial(run_in_threadpool)


async def run(function: Callable[..., R], *args: Any, **kwargs: Any) -> R:
    def call() -> R:
        return function(*args, **kwargs)

    return await anyio.to_thread.run_sync(call)


async def run_retried(function, *args, attempts=3):
    for attempt in range(attempts):
        try:
            return await run(function, *args)
        except OSError:
            await asyncio.sleep(attempt)


def schedule(function: Func, *args) -> asyncio.Future:
    return asyncio.get_event_loop().run_in_executor(POOL, lambda: function(*args))


async def limited(semaphore, *, job):
    async with semaphore:
        return await run_sync(job)


async def with_timeout(seconds, job: Callable[[], R]) -> R:
    return await asyncio.wait_for(schedule(job), seconds)


async def functions(url, semaphore):
    await run_sync(fetch, url)  # ok
    await run_pooled(fetch, url)  # ok
    await run(fetch, url)  # ok
    await run(lambda: requests.get(url))  # ok
    await run_retried(fetch, url)  # ok: two steps
    await schedule(fetch, url)  # ok
    await limited(semaphore, job=lambda: fetch(url))  # ok
    await with_timeout(3, functools.partial(fetch, url))  # ok: two steps
    await run_retried(fetch(url))  # finding: [evaluated-before-offload]
    await limited(semaphore, job=fetch(url))  # finding: [evaluated-before-offload]


class Runner:
    def __init__(self, loop: asyncio.AbstractEventLoop, executor: Executor):
        self._loop = loop
        self._executor = executor

    def _submit(self, function, *args):
        return self._loop.run_in_executor(self._executor, function, *args)

    async def __call__(self, function, *args):
        return await self._submit(function, *args)

    @classmethod
    async def once(cls, function, *args):
        return await asyncio.to_thread(function, *args)

    @staticmethod
    def background(function, *args):
        return POOL.submit(function, *args)

    async def many(self, *functions):
        return await asyncio.gather(*(self._submit(function) for function in functions))


class Service(Runner):
    def _load(self, url):
        return fetch(url)

    async def load(self, url):
        await self._submit(self._load, url)  # ok: the base hands it on
        await self(self._load, url)  # ok: `__call__` hands it on
        await self.once(self._load, url)  # ok
        self.background(self._load, url)  # ok
        await self.many(lambda: self._load(url), lambda: fetch(url))  # ok
        return self._load(url)  # finding: [blocking-http-call] via self._load > fetch > requests.get
