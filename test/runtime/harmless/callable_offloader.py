"""An executor behind an object that is called like a function."""
import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


class Offloader:
    def __init__(self, workers):
        self._executor = ThreadPoolExecutor(workers)

    async def __call__(self, function, *args, **kwargs):
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._executor, lambda: function(*args, **kwargs))


offload = Offloader(2)


def nap(seconds, *, then):
    time.sleep(seconds)
    return then


async def main():
    assert await offload(nap, 0.05, then=42) == 42
