"""The pauses of trio."""

import time

import trio

# loop: trio
# fix: Use trio.sleep


async def tick(name, log):
    time.sleep(0.3)
    log.append(name)


async def main():
    log = []
    async with trio.open_nursery() as nursery:
        nursery.start_soon(tick, "a", log)
        nursery.start_soon(tick, "b", log)
    print(sorted(log))
