"""`submit` returns at once; `result` does not."""
import time
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(2)


def nap():
    time.sleep(0.08)
    return 42


async def main():
    future = pool.submit(nap)
    assert future.result() == 42
