"""What was submitted has been done when the pool is idle."""
# fix: Hand over the function

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(1)
seen = []


def note(text, *more):
    time.sleep(0.3)
    seen.append((text, *more))


async def main():
    pool.submit(note("a", "b"))
    await asyncio.wrap_future(pool.submit(str))
    print(seen)
