"""Keywords for the function that `run_in_executor` runs."""

import asyncio
import functools
from concurrent.futures import ThreadPoolExecutor

import uvloop

pool = ThreadPoolExecutor()


def load(path, mode="r", encoding=None):
    return f"{path} {mode} {encoding}"


class Store:
    def __init__(self):
        self.loop = asyncio.get_event_loop()

    async def read(self, path):
        return await self.loop.run_in_executor(None, load, path, mode="r")  # finding: [kwargs-in-run-in-executor] error


async def hits(path, loop: asyncio.AbstractEventLoop, fast: uvloop.Loop):
    running = asyncio.get_running_loop()
    await running.run_in_executor(None, load, path, mode="rb")  # finding: [kwargs-in-run-in-executor] error
    #     ^^^^^^^^^^^^^^^^^^^^^^^
    await loop.run_in_executor(pool, load, path, mode="rb", encoding="utf-8")  # finding: [kwargs-in-run-in-executor] error
    await asyncio.get_event_loop().run_in_executor(None, print, path, end="")  # finding: [kwargs-in-run-in-executor] error
    return loop.run_in_executor(None, load, path, "r", encoding="utf-8")  # finding: [kwargs-in-run-in-executor] error


async def near_misses(path, loop: asyncio.AbstractEventLoop, options, own):
    await loop.run_in_executor(None, load, path, "rb")  # ok: positional
    await loop.run_in_executor(None, functools.partial(load, path, mode="rb"))  # ok: held
    await loop.run_in_executor(executor=None, func=load)  # ok: its own names
    await loop.run_in_executor(None, load, path, **options)  # ok: may be empty
    await asyncio.to_thread(load, path, mode="rb")  # ok: passes them on
    await own.run_in_executor(None, load, path, mode="rb")  # ok: nobody knows what it is
    return pool.submit(load, path, mode="rb")  # ok: passes them on


class Executor:
    async def run_in_executor(self, executor, function, *args, **kwargs):
        return await asyncio.to_thread(function, *args, **kwargs)

    async def load(self, path):
        return await self.run_in_executor(None, load, path, mode="rb")  # ok: the program's own
