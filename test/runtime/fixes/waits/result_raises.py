"""The exception of the task arrives as it is, with its type and text."""
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


class OwnError(Exception):
    pass


def fail():
    time.sleep(0.3)
    raise OwnError("own")


async def main():
    try:
        pool.submit(fail).result()
    except OwnError as error:
        print("own error", error)
