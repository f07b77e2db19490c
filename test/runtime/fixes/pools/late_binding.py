"""Tasks that start late read what their round held; before, all of them read the last."""
# fix: Bind
# stall: none, because threads do the work

import asyncio
from concurrent.futures import ThreadPoolExecutor

CALLS = []


def note(name):
    CALLS.append(name)


async def main():
    with ThreadPoolExecutor(1) as pool:
        jobs = []
        for name in ["a", "b", "c"]:
            jobs.append(asyncio.to_thread(lambda: note(name)))
        await asyncio.gather(*jobs)
        await asyncio.wrap_future(pool.submit(note, "d"))
    print(len(CALLS), CALLS[-1])
