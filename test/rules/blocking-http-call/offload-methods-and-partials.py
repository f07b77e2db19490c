"""Bound methods, class methods, static methods and partials that a worker runs; called first, they block here."""

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor
from functools import partial, partialmethod

import requests


class Base:
    def load(self, url):
        return requests.get(url).json()


class Api(Base):
    pool = ThreadPoolExecutor()

    def __init__(self):
        self.session = requests.Session()
        self.poller = threading.Thread(target=self._poll, daemon=True)
        self.refresher = threading.Timer(60, self.load, args=('https://example.com/',))

    def _poll(self):
        while True:
            self.load('https://example.com/')

    @classmethod
    def create(cls, url):
        api = cls()
        api.load(url)
        return api

    @staticmethod
    def ping(url):
        return requests.head(url).ok

    load_home = partialmethod(Base.load, 'https://example.com/')

    async def bound_methods(self, url):
        await asyncio.to_thread(self.load, url)  # ok
        await asyncio.to_thread(super().load, url)  # ok
        await asyncio.to_thread(self.session.get, url)  # ok: a method of what `self` keeps
        await asyncio.to_thread(Base.load, self, url)  # ok: unbound
        await asyncio.get_running_loop().run_in_executor(self.pool, self.load_home)  # ok
        load = self.load
        await asyncio.to_thread(load, url)  # ok
        load(url)  # finding: [blocking-http-call] via load > requests.get

    async def of_the_class(self, url):
        await asyncio.to_thread(Api.create, url)  # ok
        await asyncio.to_thread(self.create, url)  # ok
        await asyncio.to_thread(type(self).ping, url)  # ok
        self.pool.submit(self.ping, url)  # finding: [lost-future-error] information
        Api.create(url)  # finding: [blocking-http-call] via Api.create > api.load > requests.get
        type(self).ping(url)  # finding: [blocking-http-call] via type(…).ping > requests.head

    async def partials(self, urls):
        loop = asyncio.get_running_loop()
        load = partial(self.load, urls[0])
        await loop.run_in_executor(None, load)  # ok
        await loop.run_in_executor(None, partial(partial(self.session.get, timeout=1), urls[0]))  # ok
        await asyncio.gather(*(loop.run_in_executor(None, partial(self.load, url)) for url in urls))  # ok
        await asyncio.gather(*map(partial(asyncio.to_thread, self.load), urls))  # ok: coroutines
        load()  # finding: [blocking-http-call] via load > requests.get
        partial(self.session.get, urls[0])()  # finding: [blocking-http-call]

    async def threads(self):
        self.poller.start()  # ok: returns at once
        self.refresher.start()  # ok
        self._poll()  # finding: [blocking-http-call] via self._poll > self.load > requests.get

    async def pools(self, urls):
        futures = [self.pool.submit(self.load, url) for url in urls]  # ok
        futures += [self.pool.submit(fn=self.ping, url=url) for url in urls]  # ok
        self.pool.map(self.load, urls)  # ok: lazy, in the pool
        return await asyncio.gather(*map(asyncio.wrap_future, futures))  # ok


class Poller(threading.Thread):
    """`start` runs `run` in the new thread."""

    def run(self):
        requests.get('https://example.com/')


async def subclass_of_thread():
    poller = Poller()
    poller.start()  # ok: `run` runs in the thread
    Poller().start()  # ok
    poller.run()  # finding: [blocking-http-call] via poller.run > requests.get


class Job:
    def __init__(self, url):
        self.url = url

    def __call__(self):
        return requests.get(self.url)


async def callable_object(url):
    await asyncio.to_thread(Job(url))  # ok: making it does nothing yet
    job = Job(url)
    await asyncio.get_running_loop().run_in_executor(None, job)  # ok
    job()  # finding: [blocking-http-call] via job > requests.get
