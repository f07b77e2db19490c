"""Functions that call what they are given: their argument runs here. In steps, by method, keyword, star, wrapper and object."""

from __future__ import annotations

import asyncio
import functools
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

import requests

T = TypeVar('T')
Job = Callable[[], Any]


def fetch(url='/'):
    return requests.get(url)


def harmless(url='/'):
    return url


async def afetch(url='/'):
    return url


def call(function):
    return function()


def call_through(function):
    return call(function)


def call_in_five(function):
    return call_in_four(function)


def call_in_four(function):
    return call_through(lambda: function())


def call_typed(job: Callable[..., T], *args: Any) -> T:
    return job(*args)


def call_maybe(job: Job | None = None):
    if job is not None:
        return job()
    return None


def call_keyword(*, on_start: Job, on_end: Job = harmless):
    on_start()
    return on_end()


def call_each(*functions):
    return [function() for function in functions]


def call_with_rest(function, *args, **kwargs):
    return function(*args, **kwargs)


def call_nested(function):
    def run():
        return function()

    return run()


def call_renamed(function):
    target = function
    return target()


def hold(function):
    return function


def hold_in_list(function, jobs=[]):
    jobs.append(function)


class Caller:
    def __init__(self, function=None):
        self.function = function

    def call(self, function, *args):
        return function(*args)

    @staticmethod
    def call_static(function):
        return function()

    @classmethod
    def call_class(cls, function):
        return cls.call_static(function)

    def __call__(self, function):
        return function()

    def call_kept(self):
        return self.function()


async def retry(function, *args, attempts=3):
    for attempt in range(attempts):
        try:
            return function(*args)
        except OSError:
            await asyncio.sleep(attempt)


async def retry_async(function: Callable[[], Awaitable[T]]) -> T:
    return await function()


async def by_function(url):
    call(fetch)  # finding: [blocking-http-call]
    call(harmless)  # ok
    call(lambda: requests.get(url))  # finding: [blocking-http-call]
    call(functools.partial(requests.get, url))  # finding: [blocking-http-call]
    call_through(fetch)  # finding: [blocking-http-call]
    call_in_five(fetch)  # finding: [blocking-http-call]
    call_typed(fetch, url)  # finding: [blocking-http-call]
    call_maybe(fetch)  # finding: [blocking-http-call]
    call_maybe()  # ok: nothing to call
    call_keyword(on_start=fetch)  # finding: [blocking-http-call]
    call_keyword(on_start=harmless, on_end=fetch)  # finding: [blocking-http-call]
    call_keyword(on_start=harmless)  # ok
    call_each(harmless, fetch)  # todo-finding: [blocking-http-call] `for function in functions: function()` calls every element of `*functions`: a use of a parameter is of one element
    call_with_rest(requests.get, url, timeout=1)  # finding: [blocking-http-call]
    call_nested(fetch)  # finding: [blocking-http-call]
    call_renamed(fetch)  # finding: [blocking-http-call]
    call(afetch)  # ok: makes a coroutine
    hold(fetch)  # ok: handed back
    hold(fetch)()  # finding: [blocking-http-call]
    hold_in_list(fetch)  # ok: kept
    call(call)  # ok: nonsense that ends


async def by_method(caller: Caller, url):
    caller.call(fetch, url)  # finding: [blocking-http-call]
    caller.call(caller.call, harmless)  # ok
    Caller.call_static(fetch)  # finding: [blocking-http-call]
    Caller.call_class(fetch)  # finding: [blocking-http-call]
    caller(fetch)  # finding: [blocking-http-call]
    Caller(fetch)  # ok: kept
    Caller(fetch).call_kept()  # finding: [blocking-http-call]
    caller.call_kept()  # finding: [blocking-http-call]


async def by_coroutine(url):
    await retry(fetch, url)  # finding: [blocking-http-call]
    await retry(lambda: requests.get(url))  # finding: [blocking-http-call]
    await retry(harmless, url)  # ok
    await retry_async(afetch)  # ok
    await retry_async(lambda: afetch(url))  # ok
    await retry_async(lambda: asyncio.to_thread(fetch, url))  # ok: in a thread
    await asyncio.gather(retry(fetch), retry(harmless))  # finding: [blocking-http-call]
