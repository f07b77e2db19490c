"""Results are met as they come, errors too."""
# fix: Await the futures as they complete

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor, as_completed

pool = ThreadPoolExecutor()


def work(number):
    time.sleep(0.3)
    if number < 0:
        raise ValueError(number)
    return number * number


def wait(seconds):
    time.sleep(seconds)
    if seconds == 0.5:
        raise ValueError(seconds)
    return seconds


async def main():
    futures = [pool.submit(wait, seconds) for seconds in (0.7, 0.3, 0.5)]
    for future in as_completed(futures):
        try:
            print(future.result())
        except ValueError as error:
            print("error", error)
