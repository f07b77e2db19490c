"""What is handed to a thread or process runs there: functions, lambdas, bound methods, partials, nested functions."""
import asyncio
import functools
import threading
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial

import requests

pool = ThreadPoolExecutor()
processes = ProcessPoolExecutor()


def fetch(url):
    return requests.get(url).text


class Client:
    def __init__(self):
        self.session = requests.Session()

    def fetch(self, url):
        return self.session.get(url).text

    async def fetch_all(self, urls):
        return [await asyncio.to_thread(self.fetch, url) for url in urls]  # ok


async def to_thread(url, client: Client):
    def nested():
        return requests.get(url)

    await asyncio.to_thread(fetch, url)  # ok
    await asyncio.to_thread(requests.get, url)  # ok
    await asyncio.to_thread(lambda: requests.get(url))  # ok
    await asyncio.to_thread(lambda: fetch(url))  # ok
    await asyncio.to_thread(nested)  # ok
    await asyncio.to_thread(client.fetch, url)  # ok
    await asyncio.to_thread(partial(fetch, url))  # ok
    await asyncio.gather(asyncio.to_thread(fetch, url), asyncio.to_thread(nested))  # ok
    await asyncio.wait_for(asyncio.to_thread(fetch, url), 1)  # ok


async def run_in_executor(url):
    loop = asyncio.get_running_loop()
    await loop.run_in_executor(None, fetch, url)  # ok
    await loop.run_in_executor(None, lambda: requests.get(url))  # ok
    await loop.run_in_executor(pool, functools.partial(requests.get, url, timeout=1))  # ok
    await asyncio.get_event_loop().run_in_executor(processes, fetch, url)  # finding: [io-bound-in-process-pool]


async def threads(url):
    threading.Thread(target=fetch, args=(url,)).start()  # ok
    threading.Thread(target=lambda: requests.get(url), daemon=True).start()  # ok
    threading.Timer(1, fetch, [url]).start()  # ok


async def executors(urls):
    future = pool.submit(fetch, urls[0])  # ok
    results = pool.map(fetch, urls)  # ok: lazy
    await asyncio.wrap_future(processes.submit(fetch, urls[0]))  # finding: [io-bound-in-process-pool]
    return future, results


async def evaluated_first(url):
    await asyncio.to_thread(fetch(url))  # finding: [evaluated-before-offload]
    await asyncio.to_thread(print, requests.get(url))  # finding: [blocking-http-call]
    await asyncio.get_running_loop().run_in_executor(None, fetch(url))  # finding: [evaluated-before-offload]
    _ = pool.submit(fetch(url))  # finding: [evaluated-before-offload]
    threading.Thread(target=fetch(url))  # finding: [evaluated-before-offload]
    partial(print, fetch(url))  # finding: [blocking-http-call]
