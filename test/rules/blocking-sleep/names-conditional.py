"""A name with several possible values is reported only where every one of them blocks."""
import time

try:
    from fast import sleep
except ImportError:
    from time import sleep

if time.monotonic() > 1:
    from time import sleep as nap
else:
    from time import sleep as nap


async def either(flag):
    sleep(1)  # ok: nobody knows what `fast.sleep` does
    nap(1)  # finding: [blocking-sleep]
    wait = time.sleep if flag else print
    wait(1)  # ok: may be `print`
    rest = time.sleep if flag else sleep_twice
    rest(1)  # finding: [blocking-sleep]


def sleep_twice(seconds):
    time.sleep(seconds)
    time.sleep(seconds)


async def rebound(clock, late):
    clock_or_time = time
    if late:
        clock_or_time = clock
    clock_or_time.sleep(1)  # ok: may be the parameter
    clock_or_time = time
    clock_or_time.sleep(1)  # finding: [blocking-sleep]


async def left_early(clock, late):
    watch = time
    if late:
        watch = clock
        return watch
    watch.sleep(1)  # finding: [blocking-sleep]


async def in_a_loop(clocks):
    watch = time
    for clock in clocks:
        watch.sleep(1)  # ok: the parameter's part from the second round on
        watch = clock


async def guarded(clock):
    watch = time
    try:
        watch = clock.get()
        watch.sleep(1)  # ok: what `get` gave
    finally:
        watch.sleep(2)  # ok: may be either
