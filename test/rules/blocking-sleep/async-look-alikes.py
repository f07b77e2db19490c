"""An un-awaited coroutine, an asynchronous method of the same name, an asynchronous iterator."""
import asyncio
import time


class Clock:
    async def sleep(self, seconds):
        await asyncio.sleep(seconds)

    def tick(self):
        return self.sleep(1)


async def nap(seconds):
    await asyncio.sleep(seconds)


async def ticks():
    yield 1


async def main(clock: Clock):
    await clock.sleep(1)  # ok
    waiting = [nap(1), nap(2), clock.tick()]  # ok: coroutines
    await asyncio.gather(*waiting)
    async for tick in ticks():  # ok
        print(tick)
    print([tick async for tick in ticks()])  # ok
    async with asyncio.timeout(1):  # ok
        await nap(1)
    loop = asyncio.get_running_loop()
    return loop.time() - time.time()  # ok
