"""A future by its name: its result, before and behind other work."""
# fix: Await the future

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor()


def work(number):
    time.sleep(0.3)
    if number < 0:
        raise ValueError(number)
    return number * number


async def main():
    future = pool.submit(work, 5)
    other = 6 * 7
    print(other, future.result())
