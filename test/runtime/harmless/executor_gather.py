"""A pool whose work is awaited before its exit."""
import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


def nap(seconds):
    time.sleep(seconds)
    return seconds


async def main():
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(4) as pool:
        assert sum(await asyncio.gather(*(loop.run_in_executor(pool, nap, 0.05) for _ in range(4)))) > 0.1
