"""A timeout that is long enough changes nothing."""
# fix: Await the future (asyncio.wait_for)

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
    future = pool.submit(work, 7)
    print(future.result(timeout=5))
    print(pool.submit(work, 8).result(10))
