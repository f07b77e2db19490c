"""A loop that is left early does not wait for what comes behind."""
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
    for a, b in pool.map(divmod_slowly, [7, 8, 9]):
        print(a, b)
        if a == 2:
            break
    print("left")


def divmod_slowly(number):
    time.sleep(0.3)
    return divmod(number, 4)
