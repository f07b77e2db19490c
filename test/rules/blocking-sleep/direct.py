"""`time.sleep` in a coroutine, under each of its names, beside what merely looks like it."""
import asyncio
import time
import time as clock
from time import sleep
from time import sleep as nap


async def naps():
    time.sleep(1)  # finding: [blocking-sleep]
#   ^^^^^^^^^^
    clock.sleep(1)  # finding: [blocking-sleep]
    sleep(1)  # finding: [blocking-sleep]
    nap(1)  # finding: [blocking-sleep]
    time.sleep(0)  # ok: yields for microseconds
    time.monotonic()  # ok: only looks at the clock
    await asyncio.sleep(1)  # ok: suspends this task only


async def numbers():
    """An asynchronous generator runs on the loop too."""
    time.sleep(1)  # finding: [blocking-sleep]
    yield 1


def on_a_thread():
    time.sleep(1)  # ok: nothing says that a loop runs this


time.sleep(0.1)  # ok: module level, before any loop
