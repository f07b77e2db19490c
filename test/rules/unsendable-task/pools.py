"""Every way to a worker of another process or interpreter."""

import asyncio
import concurrent.futures
import multiprocessing
from concurrent.futures import ProcessPoolExecutor as Workers
from multiprocessing import get_context

from anyio import to_interpreter, to_process, to_thread

LIMIT = 3
shared = Workers()


def work(n):
    return n


class Service:
    def __init__(self):
        self.workers = concurrent.futures.ProcessPoolExecutor(4)
        self.threads = concurrent.futures.ThreadPoolExecutor(4)

    def start(self):
        print(self.workers.submit(lambda: 1))  # finding: [unsendable-task]
        print(self.threads.submit(lambda: 1))  # ok: shares everything

    async def run(self):
        loop = asyncio.get_running_loop()
        await loop.run_in_executor(self.workers, lambda: 1)  # finding: [unsendable-task]
        await loop.run_in_executor(self.threads, lambda: 1)  # ok
        await loop.run_in_executor(None, lambda: 1)  # ok
        await loop.run_in_executor(shared, lambda: 1)  # finding: [unsendable-task]
        await loop.run_in_executor(shared, work, 1)  # ok


async def interpreters(pool: concurrent.futures.InterpreterPoolExecutor):
    loop = asyncio.get_running_loop()
    await loop.run_in_executor(pool, lambda: 1)  # ok: nothing but its code
    await loop.run_in_executor(pool, lambda: LIMIT)  # finding: [unsendable-task]


def a_global():
    print(shared.submit(lambda: 1))  # finding: [unsendable-task]
    pool = Workers()
    print(pool.submit(lambda: 1))  # finding: [unsendable-task]


def multi():
    with multiprocessing.Pool() as pool:
        pool.map(lambda n: n, [1])  # finding: [unsendable-task]
        pool.apply_async(lambda: 1)  # finding: [unsendable-task]
        pool.starmap(lambda a, b: a, [(1, 2)])  # finding: [unsendable-task]
        pool.apply_async(work, args=((n for n in [1]),))  # finding: [unsendable-task]
        pool.apply_async(work, args=(1,))  # ok
    with multiprocessing.pool.ThreadPool() as pool:
        pool.map(lambda n: n, [1])  # ok: threads
    with multiprocessing.dummy.Pool() as pool:
        pool.map(lambda n: n, [1])  # ok: threads


def contexts(values):
    get_context("fork").Process(target=lambda: 1).start()  # ok: the child has all of it
    get_context("spawn").Process(target=lambda: 1).start()  # finding: [unsendable-task]
    with get_context("fork").Pool() as pool:
        pool.map(lambda n: n, values)  # finding: [unsendable-task]


def processes():
    queue = multiprocessing.Queue()
    multiprocessing.Process(target=work, args=(queue,)).start()  # ok: a child may have it
    multiprocessing.Process(target=lambda: 1).start()  # finding: [unsendable-task]
    multiprocessing.Process(target=work, args=((n for n in [1]),)).start()  # finding: [unsendable-task]


async def with_anyio():
    await to_process.run_sync(lambda: 1)  # finding: [unsendable-task]
    await to_process.run_sync(work, 1)  # ok
    await to_thread.run_sync(lambda: 1)  # ok
    await to_interpreter.run_sync(work, 1)  # ok
    await to_interpreter.run_sync(lambda: LIMIT)  # finding: [unsendable-task]
