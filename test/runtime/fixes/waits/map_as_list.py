"""All results in the order of the inputs, and nothing left to wait for at the end of the block."""
# fix: Await all results

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
    numbers = [4, 3, 2]
    with ThreadPoolExecutor() as threads:
        results = list(threads.map(work, numbers))
    print(results)
