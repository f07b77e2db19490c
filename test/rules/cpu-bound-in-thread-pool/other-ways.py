"""Other roads to threads: a pool of another kind, the loop's own, and threads made one by one."""
import asyncio
import functools
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import dummy
from multiprocessing.pool import ThreadPool
from threading import Thread

from anyio import to_thread


def crunch(n):
    total = 0
    for i in range(n):
        total += i * i
    return total


async def main():
    pool = ThreadPoolExecutor()
    loop = asyncio.get_running_loop()
    pool.submit(functools.partial(crunch, 10**7))  # finding: [cpu-bound-in-thread-pool]
    pool.submit(lambda: crunch(10**7))  # finding: [cpu-bound-in-thread-pool]
    await loop.run_in_executor(pool, crunch, 10**7)  # finding: [cpu-bound-in-thread-pool] hint
    await loop.run_in_executor(None, crunch, 10**7)  # finding: [cpu-bound-in-thread-pool] hint
    await loop.run_in_executor(ProcessPoolExecutor(), crunch, 10**7)  # ok: processes
    await asyncio.to_thread(crunch, 10**7)  # finding: [cpu-bound-in-thread-pool] hint
    await to_thread.run_sync(crunch, 10**7)  # finding: [cpu-bound-in-thread-pool] hint
    await asyncio.gather(*(asyncio.to_thread(crunch, n) for n in range(4)))  # finding: [cpu-bound-in-thread-pool] warning
    await asyncio.gather(*[loop.run_in_executor(None, crunch, n) for n in range(4)])  # finding: [cpu-bound-in-thread-pool] warning


async def one_after_the_other(sizes):
    for size in sizes:
        await asyncio.to_thread(crunch, size)  # finding: [cpu-bound-in-thread-pool] hint


def total_of(rows):
    total = 0
    for row in rows:
        total += row * 2 + 1
    return total


async def nobody_knows_how_long(rows):
    await asyncio.to_thread(total_of, rows)  # ok: keeps the loop responsive, and may be short


def in_threads(given):
    with ThreadPool() as pool:
        results = pool.imap_unordered(crunch, [1, 2])  # finding: [cpu-bound-in-thread-pool]
    dummy.Pool().map_async(crunch, [1, 2])  # finding: [cpu-bound-in-thread-pool]
    threads = [Thread(target=crunch, args=(10**7,)) for _ in range(4)]  # finding: [cpu-bound-in-thread-pool]
    for _ in range(4):
        Thread(target=crunch, args=(10**7,)).start()  # finding: [cpu-bound-in-thread-pool]
    Thread(target=crunch, args=(10**7,)).start()  # ok: one, in the background
    Thread(target=given).start()  # ok: nobody knows what
    return results, threads
