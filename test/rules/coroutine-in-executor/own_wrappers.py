"""Functions of the program that hand on what they are given, and may look at it before."""

import asyncio
import inspect
import threading


async def load(path=""):
    await asyncio.sleep(0)
    return path


async def either(function, *args):
    if inspect.iscoroutinefunction(function):
        return await function(*args)
    return await asyncio.to_thread(function, *args)


def in_thread(function, *args):
    def target():
        asyncio.run(function(*args))

    thread = threading.Thread(target=target)
    thread.start()
    return thread


async def uses(path):
    await either(load, path)  # ok: the wrapper awaits a coroutine function
    in_thread(load, path)  # ok: the wrapper runs it


class Loop:
    def __init__(self):
        self.loop = asyncio.new_event_loop()
        threading.Thread(target=self.loop.run_forever).start()  # ok: a plain method

    def load(self, path):
        return asyncio.run_coroutine_threadsafe(load(path), self.loop)  # ok: given to the loop
