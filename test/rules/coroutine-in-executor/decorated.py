"""What a decorator makes of a coroutine function need not be one."""

import asyncio
import functools
import threading


def runs(function):
    @functools.wraps(function)
    def wrapper(*args):
        return asyncio.run(function(*args))

    return wrapper


@runs
async def main(path=""):
    await asyncio.sleep(0)
    return path


@functools.lru_cache
async def cached(path=""):
    return path


class Worker(threading.Thread):
    async def run(self):  # ok: not handed over by a call
        await asyncio.sleep(0)


def start():
    threading.Thread(target=main).start()  # ok: the decorator runs it
    threading.Thread(target=cached).start()  # ok: nobody knows what the decorator makes of it
