"""Results come in the order of the list, and the first error in that order is raised."""
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
    futures = [pool.submit(work, number) for number in (3, 1, 2)]
    print([future.result() for future in futures])
    failing = [pool.submit(work, number) for number in (1, -2, -3)]
    try:
        print([job.result() for job in failing])
    except ValueError as error:
        print(type(error).__name__, error)
