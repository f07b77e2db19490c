"""What a comprehension makes of the results of a map."""
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
    print([value + 1 for value in pool.map(work, range(4))])
