"""A generator is built here and consumed in the thread."""
import asyncio
import os


def lines(path):
    with open(path) as file:
        yield from file


async def main():
    pending = lines(os.environ["SLOW_FILE"])
    assert await asyncio.to_thread(list, pending)
