"""Leaving `with ThreadPoolExecutor()` waits for all its work; who awaited that work in the block waits for nothing."""
import asyncio
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from time import monotonic


async def nobody_awaits(work):
    with ThreadPoolExecutor() as pool:  # finding: [blocking-wait]
        pool.submit(work)  # ok: returns at once


async def no_name(work):
    with ThreadPoolExecutor():  # finding: [blocking-wait]
        pass


async def processes(work):
    with ProcessPoolExecutor() as pool:  # finding: [blocking-wait]
        pool.submit(work)


async def awaited(work):
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor() as pool:  # finding: [executor-per-call]
        return await loop.run_in_executor(pool, work)


async def gathered(work):
    with ThreadPoolExecutor() as pool:  # finding: [executor-per-call]
        await asyncio.gather(*(asyncio.wrap_future(pool.submit(work)) for _ in range(4)))


async def by_shutdown(work):
    pool = ThreadPoolExecutor()  # finding: [executor-per-call]
    pool.submit(work)
    pool.shutdown(wait=False)  # ok: leaves the work to itself
    pool.shutdown()  # finding: [blocking-wait]
    return monotonic()


def on_a_thread(work):
    with ThreadPoolExecutor() as pool:  # ok: nothing says that a loop runs this
        pool.submit(work).result()
