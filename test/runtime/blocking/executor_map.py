"""`Executor.map` is lazy until somebody wants the results."""
import time
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(2)


def nap(seconds):
    time.sleep(seconds)
    return seconds


async def main():
    assert list(pool.map(nap, [0.08, 0.08])) == [0.08, 0.08]
