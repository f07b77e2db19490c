"""Plain functions that the event loop calls back run on it."""
import asyncio
import signal
import time
from functools import partial


def slow():
    time.sleep(1)  # finding: [blocking-sleep]


def slow_done(task):
    time.sleep(1)  # finding: [blocking-sleep]


def slow_signal():
    time.sleep(1)  # finding: [blocking-sleep]


def slow_partial(name):
    nap()  # finding: [blocking-sleep] via nap > time.sleep


def nap():
    time.sleep(1)  # ok: reported where the loop's function calls it


def never_called_back():
    time.sleep(1)  # ok: nothing says that a loop runs this


def start(loop: asyncio.AbstractEventLoop):
    loop.call_soon(slow)
    loop.call_later(1, partial(slow_partial, 'a'))
    loop.call_soon_threadsafe(lambda: time.sleep(1))  # finding: [blocking-sleep]
    loop.add_signal_handler(signal.SIGTERM, slow_signal)
    loop.call_at(1, never_called_back())  # ok: called here, by who knows whom


class Worker:
    async def run(self):
        task = asyncio.create_task(asyncio.sleep(1))
        task.add_done_callback(slow_done)
        task.add_done_callback(self.finished)
        asyncio.get_running_loop().call_later(1, self.tick)
        await task

    def finished(self, task):
        time.sleep(1)  # finding: [blocking-sleep]

    def tick(self):
        time.sleep(1)  # finding: [blocking-sleep]

    def idle(self):
        time.sleep(1)  # ok: nothing says that a loop runs this


async def by_group():
    async with asyncio.TaskGroup() as group:
        group.create_task(asyncio.sleep(1)).add_done_callback(lambda task: time.sleep(1))  # finding: [blocking-sleep]
