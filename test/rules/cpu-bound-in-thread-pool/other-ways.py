"""Other roads to a pool of threads, which this rule does not walk yet."""
import asyncio
import functools
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.pool import ThreadPool


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
    await loop.run_in_executor(pool, crunch, 10**7)  # todo-finding: [cpu-bound-in-thread-pool] run_in_executor comes with the executor rules
    await loop.run_in_executor(None, crunch, 10**7)  # todo-finding: [cpu-bound-in-thread-pool] run_in_executor comes with the executor rules
    await asyncio.gather(*(asyncio.to_thread(crunch, n) for n in range(4)))  # todo-finding: [cpu-bound-in-thread-pool] many to_thread at once: needs to count them
    ThreadPool().map(crunch, [1, 2])  # finding: [blocking-wait] # todo-finding: [cpu-bound-in-thread-pool] ThreadPool comes with the executor rules
