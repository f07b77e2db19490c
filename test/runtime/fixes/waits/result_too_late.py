"""A timeout that passes raises TimeoutError, and leaves the future to those who ask again."""
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
    queue = ThreadPoolExecutor(1)
    first = queue.submit(work, 1)
    second = queue.submit(work, 2)
    try:
        second.result(timeout=0.25)
    except TimeoutError:
        print("too late", second.cancelled())
    again = second
    print(again.result(timeout=5), first.result(timeout=5))
