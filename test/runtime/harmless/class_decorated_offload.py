"""A decorator with arguments, that moves a method to a pool."""
import asyncio
import functools
import os
from concurrent.futures import ThreadPoolExecutor

import requests


def on(pool):
    def decorate(method):
        @functools.wraps(method)
        async def wrapper(self, *args):
            return await asyncio.get_running_loop().run_in_executor(pool, method, self, *args)

        return wrapper

    return decorate


class Api:
    pool = ThreadPoolExecutor(2)

    @on(pool)
    def answer(self, path):
        return requests.get(os.environ["SLOW_HTTP"] + path, timeout=5).json()


async def main():
    assert (await Api().answer("/a"))["answer"] == 42
