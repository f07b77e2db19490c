"""A future of threads, awaited as one of asyncio."""
import asyncio
import time
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(1)


async def main():
    await asyncio.wrap_future(pool.submit(time.sleep, 0.08))
