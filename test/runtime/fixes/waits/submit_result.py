"""The result of what was just submitted is the same."""
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
    print(pool.submit(work, 3).result())
    print(pool.submit(work, number=4).result() + 1)
