"""A call where a thread or pool expects a function: it has run before the thread starts."""

import asyncio
import functools
import threading
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

import anyio
import requests

pool = ThreadPoolExecutor()


def size(path, unit=1):
    return f"{len(path)} {unit}"


def note(path):
    print(path)


async def main(path):
    loop = asyncio.get_running_loop()
    await asyncio.to_thread(size(path))  # finding: [evaluated-before-offload]
#                           ^^^^
    await asyncio.to_thread(note(path))  # finding: [evaluated-before-offload]
    await asyncio.to_thread(time.sleep(1))  # finding: [evaluated-before-offload]
    await asyncio.to_thread(requests.get(path))  # finding: [evaluated-before-offload]
    await loop.run_in_executor(None, size(path))  # finding: [evaluated-before-offload]
    await loop.run_in_executor(pool, size(path, unit=2))  # finding: [evaluated-before-offload]
    await anyio.to_thread.run_sync(size(path))  # finding: [evaluated-before-offload]
    threading.Thread(target=note(path)).start()  # finding: [evaluated-before-offload]
    with ProcessPoolExecutor() as processes:
        await asyncio.wrap_future(processes.submit(size(path)))  # finding: [evaluated-before-offload]
    await asyncio.to_thread(size, path)  # ok
    await loop.run_in_executor(None, size, path)  # ok
    await asyncio.to_thread(functools.partial(size, path))  # ok: a partial can be called
    await asyncio.to_thread(print, size(path))  # ok: an argument of the function
    threading.Thread(target=note, args=(path,)).start()  # ok


def started(path):
    pool.submit(note(path))  # finding: [evaluated-before-offload]
    pool.submit(note, path)  # ok
    threading.Timer(5, note(path)).start()  # finding: [evaluated-before-offload]
