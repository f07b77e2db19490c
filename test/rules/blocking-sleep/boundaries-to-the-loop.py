"""The project's own functions that give their parameter to the loop: what they are given runs on it."""

import asyncio
import functools
import time


def later(loop, function, *args):
    loop.call_later(1, function, *args)


class Scheduler:
    def __init__(self):
        self.loop = asyncio.get_event_loop()
        self.handles = {}

    def every(self, seconds, function):
        self.handles[function] = self.loop.call_later(seconds, self._run, seconds, function)

    def _run(self, seconds, function):
        function()
        self.every(seconds, function)

    def soon(self, function, *args):
        return self.loop.call_soon(functools.partial(function, *args))

    def from_thread(self, function):
        self.loop.call_soon_threadsafe(lambda: function())

    def spawn(self, coroutine, on_done):
        task = self.loop.create_task(coroutine)
        task.add_done_callback(on_done)
        return task


def throttled(function):
    @functools.wraps(function)
    def wrapper(*args):
        asyncio.get_running_loop().call_later(1, function, *args)

    return wrapper


def tick_later():
    time.sleep(1)  # finding: [blocking-sleep]


def tick_soon():
    time.sleep(1)  # finding: [blocking-sleep]


def tick_from_thread():
    time.sleep(1)  # finding: [blocking-sleep]


def tick_every():
    time.sleep(1)  # todo-finding: [blocking-sleep] `call_later(s, self._run, s, function)` has `_run` call its argument: uses of parameters do not go on through what a callback is given


def tick_done(task):
    time.sleep(1)  # finding: [blocking-sleep]


@throttled
def tick_throttled():
    time.sleep(1)  # todo-finding: [blocking-sleep] `throttled` gives the function to the loop when its wrapper is called: handovers are looked for where functions are handed, not decorated


def never():
    time.sleep(1)  # ok: nobody gives it to the loop


async def main(scheduler: Scheduler):
    later(asyncio.get_running_loop(), tick_later)
    scheduler.soon(tick_soon)
    scheduler.from_thread(tick_from_thread)
    scheduler.every(1, tick_every)
    scheduler.spawn(asyncio.sleep(1), tick_done)
    tick_throttled()
    scheduler.soon(tick_soon())  # finding: [blocking-sleep] via tick_soon > time.sleep
