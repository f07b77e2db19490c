"""Tasks that a loop waited for one by one run at the same time; results and errors stay in order."""
# fix: Submit all
# stall: none, because the loops are in a thread

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(4)


def work(number):
    time.sleep(0.05 * (3 - number))
    if number > 2:
        raise ValueError(number)
    return number * 2


def squares(numbers):
    return [pool.submit(work, number).result() for number in numbers if number != 1]


def collect(numbers):
    found = []
    for number in numbers:
        found.append(pool.submit(work, number).result())
    return found


async def main():
    print(await asyncio.to_thread(squares, range(3)))
    print(await asyncio.to_thread(collect, range(3)))
    try:
        await asyncio.to_thread(collect, range(5))
    except ValueError as error:
        print("failed", error)
