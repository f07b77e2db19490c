"""A comprehension's target hides a name inside the comprehension only; a walrus in it binds outside."""
import time


async def targets(clocks):
    found = [time.sleep(1) for time in clocks]  # ok: the target
    pairs = {time: time.sleep(1) for time in clocks}  # ok
    lazy = (time.sleep(1) for time in clocks)  # ok
    time.sleep(1)  # finding: [blocking-sleep]
    slept = [time.sleep(clock) for clock in clocks]  # finding: [blocking-sleep]
    return found, pairs, lazy, slept


async def walrus(clocks):
    found = [time := clock for clock in clocks]
    time.sleep(1)  # ok: what the walrus bound
    return found
