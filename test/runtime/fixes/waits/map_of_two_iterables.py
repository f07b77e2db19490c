"""Pairs are made as `map` makes them: as many as the shortest has."""
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


def add(left, right):
    time.sleep(0.3)
    return left + right


async def main():
    print(sum(pool.map(add, [1, 2, 3], [10, 20])))
