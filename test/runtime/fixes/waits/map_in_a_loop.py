"""The loop meets results in order, and an error only where it gets there."""
# fix: Await each result

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
    try:
        for value in pool.map(work, [1, 2, -3, 4]):
            # what has come before the error is printed
            print(value)
    except ValueError as error:
        print("error", error)
