"""A name that is bound in a function is the function's own, everywhere in it."""
import time
from time import sleep


async def assigned(clock):
    time = clock
    time.sleep(1)  # ok: the local


async def by_for(clocks):
    for time in clocks:
        time.sleep(1)  # ok: the loop's target
    for _, sleep in clocks:
        sleep(1)  # ok: the loop's target


async def by_with(clock):
    async with clock as time:
        time.sleep(1)  # ok: what the block hands out


async def by_except(clock):
    try:
        await clock
    except ValueError as time:
        time.sleep(1)  # ok: the exception


async def by_walrus(clock):
    if time := clock.get():
        time.sleep(1)  # ok: the walrus


async def by_unpacking(clock):
    (time, [sleep, *rest]) = clock
    time.sleep(1)  # ok: a part of `clock`
    sleep(1)  # ok: a part of `clock`
    return rest


async def by_definition():
    def sleep(seconds):
        return seconds

    class time:
        @staticmethod
        def sleep(seconds):
            return seconds

    sleep(1)  # ok: the function above
    time.sleep(1)  # ok: the class above


async def elsewhere():
    time.sleep(1)  # finding: [blocking-sleep]
    sleep(1)  # finding: [blocking-sleep]
