"""Offloads that do not help: the call happens first, the wait stays here, the pool is waited for at its end."""

import asyncio
import concurrent.futures
import functools
import multiprocessing
import threading
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor, as_completed, wait
from multiprocessing.pool import ThreadPool

import anyio
import requests


def fetch(url):
    return requests.get(url)


async def evaluated_first(url, urls):
    loop = asyncio.get_running_loop()
    await asyncio.to_thread(fetch(url).json)  # finding: [blocking-http-call] via fetch > requests.get
    await loop.run_in_executor(None, functools.partial(print, fetch(url)))  # finding: [blocking-http-call] via fetch > requests.get
    await anyio.to_thread.run_sync(print, fetch(url))  # finding: [blocking-http-call] via fetch > requests.get
    await asyncio.gather(*[asyncio.to_thread(fetch(url)) for url in urls])  # finding: [evaluated-before-offload]
    threading.Thread(target=print, args=(fetch(url),)).start()  # finding: [blocking-http-call] via fetch > requests.get
    loop.call_soon(fetch(url))  # finding: [blocking-http-call] via fetch > requests.get
    await asyncio.wait_for(asyncio.to_thread(fetch, url), 1)  # ok


class Service:
    def __init__(self):
        self.pool = ThreadPoolExecutor(4)

    def in_pool(self, function, *args):
        """Looks like an offload, and waits for it."""
        return self.pool.submit(function, *args).result()

    def in_thread(self, function):
        thread = threading.Thread(target=function)
        thread.start()
        thread.join()

    def in_new_pool(self, function, items):
        with ThreadPoolExecutor() as pool:
            return list(pool.map(function, items))

    def stop(self):
        self.pool.shutdown()

    async def run(self, urls):
        self.in_pool(fetch, urls[0])  # finding: [blocking-wait]
        self.in_thread(lambda: fetch(urls[0]))  # finding: [blocking-wait] via self.in_thread > threading.Thread.join
        self.in_new_pool(fetch, urls)  # finding: [blocking-wait]
        self.stop()  # finding: [blocking-wait] via self.stop > concurrent.futures.ThreadPoolExecutor.shutdown
        self.pool.shutdown(wait=False, cancel_futures=True)  # ok: waits for nothing
        await asyncio.to_thread(self.in_new_pool, fetch, urls)  # ok


async def collected_here(urls):
    pool = ThreadPoolExecutor()
    futures = {pool.submit(fetch, url): url for url in urls}  # ok
    for future in as_completed(futures):  # finding: [blocking-wait]
        print(future.result())  # ok: it is done
    done, pending = wait([pool.submit(fetch, url) for url in urls])  # finding: [blocking-wait]
    for future in done:
        future.result()  # ok: it is done
    for text in pool.map(fetch, urls):  # finding: [blocking-wait]
        print(text)
    return pending


async def left_at_the_end(urls):
    with ThreadPoolExecutor() as pool:  # finding: [blocking-wait]
        for url in urls:
            pool.submit(fetch, url)  # finding: [lost-future-error] information
    with concurrent.futures.ProcessPoolExecutor(2) as processes:  # finding: [blocking-wait]
        processes.submit(fetch, urls[0])  # finding: [lost-future-error] information  # finding: [io-bound-in-process-pool]
    with multiprocessing.Pool() as workers:  # finding: [executor-per-call]
        workers.apply_async(fetch, urls)  # finding: [lost-future-error] information  # finding: [io-bound-in-process-pool]
    with ThreadPool(4) as threads:  # finding: [executor-per-call]
        threads.map(fetch, urls)  # finding: [blocking-wait]
    with ThreadPoolExecutor() as first, ProcessPoolExecutor() as second:  # finding: [blocking-wait] # finding: [blocking-wait]
        print(first, second)


async def awaited_inside(urls):
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor() as pool:  # finding: [executor-per-call]
        jobs = [loop.run_in_executor(pool, fetch, url) for url in urls]
        for job in asyncio.as_completed(jobs):
            await job
    async with asyncio.TaskGroup() as group:
        with ThreadPoolExecutor() as pool:  # finding: [blocking-wait]
            for url in urls:
                group.create_task(asyncio.wait_for(loop.run_in_executor(pool, fetch, url), 1))
