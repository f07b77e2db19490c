"""The methods behind `async with`, `async for` and `await`: coroutines, generators and plain methods."""

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager


def nap():
    time.sleep(1)


class Connection:
    async def __aenter__(self):
        time.sleep(1)  # finding: [blocking-sleep]
        return self

    async def __aexit__(self, *error):
        nap()  # finding: [blocking-sleep] via nap > time.sleep


class Inherited(AbstractAsyncContextManager):
    async def __aenter__(self):
        await super().__aenter__()
        self._open()  # finding: [blocking-sleep] via self._open > time.sleep
        return self

    async def __aexit__(self, kind, error, traceback):
        await asyncio.to_thread(self._open)  # ok

    def _open(self):
        time.sleep(1)


class Delegating:
    """Plain methods that hand out another object's coroutines; they run on the loop all the same."""

    def __init__(self):
        self.connection = Connection()

    def __aenter__(self):
        time.sleep(1)  # finding: [blocking-sleep]
        return self.connection.__aenter__()

    def __aexit__(self, *error):
        return self.connection.__aexit__(*error)  # ok


class Rows:
    def __aiter__(self):
        nap()  # finding: [blocking-sleep]
        return self

    async def __anext__(self):
        nap()  # finding: [blocking-sleep] via nap > time.sleep
        raise StopAsyncIteration


class Pages:
    async def __aiter__(self):
        for number in range(3):
            time.sleep(number)  # finding: [blocking-sleep]
            yield number

    async def items(self) -> AsyncIterator[int]:
        async for page in self:
            yield page
            nap()  # finding: [blocking-sleep] via nap > time.sleep


class Quiet:
    def __aiter__(self):
        return self  # ok

    async def __anext__(self):
        return await asyncio.to_thread(nap)  # ok


class Awaitable:
    def __await__(self):
        time.sleep(1)  # finding: [blocking-sleep]
        return asyncio.sleep(1).__await__()


@asynccontextmanager
async def connected():
    time.sleep(1)  # finding: [blocking-sleep]
    try:
        yield 1
    finally:
        nap()  # finding: [blocking-sleep] via nap > time.sleep


@contextlib.asynccontextmanager
async def offloaded():
    await asyncio.to_thread(nap)  # ok
    yield


async def expression(rows: Rows):
    found = [nap() async for _ in rows]  # finding: [blocking-sleep] via nap > time.sleep
    lazy = (nap() async for _ in rows)  # finding: [blocking-sleep]
    quiet = (row async for row in rows)  # ok
    return found, lazy, quiet


async def main(rows: Rows, delegating: Delegating, quiet: Quiet):
    async with delegating, connected(), offloaded():
        async for row in rows:
            print(row)
    async for row in quiet:  # ok
        print(row)
    await Awaitable()
