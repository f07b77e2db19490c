"""A script runs its coroutines once."""

import asyncio
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def work(item=0):
    return item + 1


async def convert(items):
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor() as pool:  # ok: awaited once
        return await asyncio.gather(*[loop.run_in_executor(pool, work, item) for item in items])


async def each(item):
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor() as pool:  # finding: [executor-per-call] warning
        return await loop.run_in_executor(pool, work, item)


async def run(items):
    await convert(items)
    for item in items:
        await each(item)


async def main():
    with ThreadPoolExecutor() as pool:  # ok: runs once
        await asyncio.get_running_loop().run_in_executor(pool, work)
    await run([1, 2])


def start():
    asyncio.run(main())


if __name__ == "__main__":
    for number in range(2):
        with ThreadPoolExecutor() as numbers:  # ok: a script
            numbers.submit(print, number)
    start()
