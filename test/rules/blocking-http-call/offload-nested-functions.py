"""Lambdas and nested functions that a worker runs, in the places where real code puts them."""

import asyncio
import contextvars
import functools
import threading
from concurrent.futures import ThreadPoolExecutor

import anyio
import requests


class Downloader:
    def __init__(self, base):
        self.base = base
        self.pool = ThreadPoolExecutor(max_workers=4)
        self.session = requests.Session()

    async def captured_in_lambda(self, url):
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self.pool, lambda: self.session.get(self.base + url))  # ok: the pool runs it

    async def kept_in_a_variable(self, url):
        fetch = lambda: self.session.get(url, timeout=5)
        return await asyncio.to_thread(fetch)  # ok: a thread runs it

    async def argument_bound_by_default(self, urls):
        loop = asyncio.get_running_loop()
        jobs = [loop.run_in_executor(None, lambda url=url: self.session.get(url)) for url in urls]  # ok: the pool runs them
        return await asyncio.gather(*jobs)

    async def nested_in_method(self, url):
        def work():
            response = self.session.get(url)
            response.raise_for_status()
            return response.json()

        return await asyncio.get_running_loop().run_in_executor(self.pool, work)  # ok: the pool runs it

    async def nested_calls_nested(self, urls):
        def one(url):
            return self.session.get(url).content

        def all_of_them():
            return [one(url) for url in urls]

        return await asyncio.to_thread(all_of_them)  # ok: a thread runs both

    async def chosen_by_branch(self, url, cached):
        if cached:

            def work():
                return self.base
        else:

            def work():
                return self.session.get(url)

        return await asyncio.to_thread(work)  # ok: a thread runs either

    async def called_here_after_all(self, url):
        def work():
            return self.session.get(url)

        await asyncio.to_thread(work)  # ok
        return work()  # finding: [blocking-http-call] via work > requests.Session.get

    async def lambda_called_here(self, url):
        fetch = lambda: self.session.get(url)
        return fetch()  # finding: [blocking-http-call] via fetch > requests.Session.get


async def by_keyword(url):
    def work():
        return requests.get(url)

    loop = asyncio.get_running_loop()
    await loop.run_in_executor(executor=None, func=work)  # ok
    await asyncio.to_thread(func=work)  # ok
    threading.Thread(name='worker', daemon=True, target=work).start()  # ok
    threading.Thread(None, work, 'worker').start()  # ok: the target as second argument
    threading.Timer(interval=1, function=work).start()  # ok
    await anyio.to_thread.run_sync(work, cancellable=True)  # ok


async def keeps_a_context(url):
    @functools.wraps(requests.get)
    def work():
        return requests.get(url)

    context = contextvars.copy_context()
    loop = asyncio.get_running_loop()
    await loop.run_in_executor(None, context.run, work)  # ok: the pool runs it in the context
    await loop.run_in_executor(None, functools.partial(context.run, work))  # ok
    await loop.run_in_executor(None, lambda: context.run(work))  # ok
    context.run(work)  # finding: [blocking-http-call]
