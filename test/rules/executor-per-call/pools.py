"""Pools that are built where they are used."""

import asyncio
import multiprocessing
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import asynccontextmanager

from fastapi import FastAPI

app = FastAPI()
shared = ProcessPoolExecutor()


def work(item=0):
    return item + 1


async def in_coroutine(item):
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor() as pool:  # finding: [executor-per-call] warning
        #^^^^^^^^^^^^^^^^^^^
        return await loop.run_in_executor(pool, work, item)


async def shut_down(item):
    pool = ThreadPoolExecutor(2)  # finding: [executor-per-call] warning
    try:
        return await asyncio.get_running_loop().run_in_executor(pool, work, item)
    finally:
        pool.shutdown(wait=False)


async def given_away(item):
    return await asyncio.get_running_loop().run_in_executor(ThreadPoolExecutor(), work, item)  # finding: [executor-per-call] warning


def in_loop(batches):
    for batch in batches:
        with ThreadPoolExecutor() as pool:  # finding: [executor-per-call] warning
            list(pool.map(work, batch))
    for batch in batches:
        with multiprocessing.Pool() as pool:  # finding: [executor-per-call] warning
            pool.map(work, batch)


@app.get("/items")
def handler():
    with ThreadPoolExecutor() as pool:  # finding: [executor-per-call] warning
        return list(pool.map(work, [1, 2]))


async def uses_shared(item):
    return await asyncio.get_running_loop().run_in_executor(shared, work, item)  # ok: one for all


def once(items):
    with ThreadPoolExecutor() as pool:  # ok: nobody knows how often
        return list(pool.map(work, items))


@asynccontextmanager
async def lifespan(application):
    with ProcessPoolExecutor() as pool:  # finding: [blocking-wait]
        yield pool


async def consume(queue):
    with ProcessPoolExecutor() as pool:  # ok: for as long as it serves
        while True:
            item = await queue.get()
            await asyncio.get_running_loop().run_in_executor(pool, work, item)


async def serve(server):
    with ThreadPoolExecutor() as pool:  # ok: for as long as it serves
        server.pool = pool
        await server.serve_forever()


class Server:
    async def start(self):
        self.pool = ThreadPoolExecutor()  # ok: kept

    async def stop(self):
        self.pool.shutdown(wait=False)


async def kept():
    pool = ThreadPoolExecutor()  # ok: for the caller
    return pool
