"""Helpers that take coroutine functions and plain ones: they await the first and put the second into a thread."""

import asyncio
import inspect
from inspect import isawaitable, iscoroutinefunction

import requests


def fetch(url):
    return requests.get(url)


async def afetch(url):
    return url


async def call_any(function, *args):
    if asyncio.iscoroutinefunction(function):
        return await function(*args)
    return await asyncio.to_thread(function, *args)


async def call_any_else(function, *args):
    if not inspect.iscoroutinefunction(function):
        result = await asyncio.get_running_loop().run_in_executor(None, function, *args)
    else:
        result = await function(*args)
    return result


class Hook:
    def __init__(self, function):
        self.function = function
        self.is_async = iscoroutinefunction(function)

    async def fire(self, *args):
        if self.is_async:
            return await self.function(*args)
        return await asyncio.to_thread(self.function, *args)


async def call_awaited(function, *args):
    return await function(*args)


async def call_then_look(function, *args):
    result = function(*args)
    if isawaitable(result):
        result = await result
    return result


async def offloads_if_told(function, *args, in_thread=True):
    if in_thread:
        return await asyncio.to_thread(function, *args)
    return function(*args)


def from_anywhere(function):
    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:
        return function()
    return loop.run_in_executor(None, function)


async def main(url):
    await call_any(fetch, url)  # ok: what is awaited there is a coroutine function
    await call_any(afetch, url)  # ok: a coroutine function
    await call_any_else(fetch, url)  # ok: the same, in the `else`
    await Hook(fetch).fire(url)  # ok: a plain function goes to a thread
    await call_awaited(afetch, url)  # ok
    await call_then_look(afetch, url)  # ok
    await call_then_look(fetch, url)  # finding: [blocking-http-call]
    await offloads_if_told(fetch, url)  # ok: in a thread by default
    await offloads_if_told(fetch, url, in_thread=False)  # finding: [blocking-http-call]
    await from_anywhere(lambda: fetch(url))  # ok: called here only without a loop
