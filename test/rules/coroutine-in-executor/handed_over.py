"""Coroutine functions handed to threads and pools."""

import asyncio
import functools
import threading
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor

import anyio
from fastapi import BackgroundTasks
from starlette.concurrency import run_in_threadpool

threads = ThreadPoolExecutor()
processes = ProcessPoolExecutor()


async def load(path=""):
    await asyncio.sleep(0)
    return path


async def pages(path=""):
    yield path


def plain(path=""):
    return path


def loads(path=""):
    return asyncio.run(load(path))


class Store:
    async def read(self):
        return await load()

    async def all(self):
        return await asyncio.to_thread(self.read)  # finding: [coroutine-in-executor] error


async def hits(path, executor: Executor):
    loop = asyncio.get_running_loop()
    await asyncio.to_thread(load, path)  # finding: [coroutine-in-executor] error
    #     ^^^^^^^^^^^^^^^^^
    await loop.run_in_executor(None, load, path)  # finding: [coroutine-in-executor] error
    await loop.run_in_executor(processes, load, path)  # finding: [coroutine-in-executor] error
    await loop.run_in_executor(executor, load, path)  # finding: [coroutine-in-executor] error
    await asyncio.to_thread(functools.partial(load, path))  # finding: [coroutine-in-executor] error
    await asyncio.to_thread(lambda: load(path))  # finding: [coroutine-in-executor] error
    await asyncio.gather(asyncio.to_thread(load, path))  # finding: [coroutine-in-executor] error
    await asyncio.to_thread(pages, path)  # finding: [coroutine-in-executor] error
    await run_in_threadpool(load, path)  # finding: [coroutine-in-executor] error
    await anyio.to_thread.run_sync(load, path)  # finding: [coroutine-in-executor] error


def in_plain_code(path):
    future = threads.submit(load, path)  # finding: [coroutine-in-executor] error
    thread = threading.Thread(target=load, args=(path,))  # finding: [coroutine-in-executor] error
    results = threads.map(load, [path])  # finding: [coroutine-in-executor] error
    timer = threading.Timer(1, load)  # finding: [coroutine-in-executor] error
    return future, thread, results, timer


async def near_misses(path, background: BackgroundTasks, given):
    await asyncio.to_thread(plain, path)  # ok: a plain function
    await asyncio.to_thread(loads, path)  # ok: it runs the coroutine
    await asyncio.to_thread(asyncio.run, load(path))  # ok: run there
    await asyncio.to_thread(lambda: asyncio.run(load(path)))  # ok: run there
    await (await asyncio.to_thread(load, path))  # ok: the coroutine comes back, and is awaited here
    await asyncio.to_thread(given, path)  # ok: nobody knows
    await asyncio.to_thread(load(path).close)  # ok: a method of the coroutine
    background.add_task(load, path)  # ok: it takes coroutine functions
    await asyncio.create_task(load(path))  # ok: no worker at all
    asyncio.get_running_loop().call_soon_threadsafe(plain)  # ok: no worker
