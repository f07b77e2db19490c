"""A base with a blocking step that a subclass replaces: by a coroutine, a thread, memory, another client."""

import asyncio
from pathlib import Path

import aiohttp
import httpx
import requests


class Client:
    """The synchronous client, as libraries write them; its asynchronous twin replaces the one method that sends."""

    def _request(self, method, path):
        return requests.request(method, path).json()

    def user(self, name):
        return self._request('GET', f'/users/{name}')


class AsyncClient(Client):
    async def _request(self, method, path):
        async with aiohttp.ClientSession() as session, session.request(method, path) as response:
            return await response.json()


class ThreadedClient(Client):
    def _request(self, method, path):
        return asyncio.to_thread(super()._request, method, path)


class Store:
    def _load(self):
        return Path('a').read_text()

    def text(self):
        return self._load().upper()


class MemoryStore(Store):
    def _load(self):
        return ''


class OtherStore(Store):
    pass


async def methods(client: AsyncClient, threaded: ThreadedClient, memory: MemoryStore, other: OtherStore, store: Store):
    await client.user('a')  # ok: the class of the receiver does not wait
    await AsyncClient().user('a')  # ok: the class of the receiver does not wait
    await threaded.user('a')  # ok: the class of the receiver does not wait
    memory.text()  # ok: the class of the receiver does not wait
    MemoryStore().text()  # ok: the class of the receiver does not wait
    other.text()  # finding: [blocking-file-io] via other.text > self._load > pathlib.Path.read_text
    store.text()  # finding: [blocking-file-io] via store.text > self._load > pathlib.Path.read_text


class Api:
    client_class = requests.Session

    def __init__(self):
        self.client = self.client_class()
        self.session = self.make_session()

    def make_session(self):
        return requests.Session()

    async def blocking(self):
        self.client.get('/')  # finding: [blocking-http-call]
        self.session.get('/')  # finding: [blocking-http-call]


class PlainApi(Api):
    def make_session(self):
        return requests.Session()

    async def run(self):
        self.client.get('/')  # finding: [blocking-http-call]
        self.session.get('/')  # finding: [blocking-http-call]


class OpenApi:
    def __init__(self):
        self.session = self.make_session()

    def make_session(self):
        raise NotImplementedError


class ClosedApi(OpenApi):
    def make_session(self):
        return requests.Session()

    async def run(self):
        self.session.get('/')  # finding: [blocking-http-call]


class AsyncApi(Api):
    client_class = httpx.AsyncClient

    def make_session(self):
        return aiohttp.ClientSession()

    async def blocking(self):
        return None

    async def run(self):
        pending = self.client.get('/')  # ok: made by the receiver's `client_class`
        context = self.session.get('/')  # ok: made by the receiver's `make_session`
        async with context as response:
            return response, await pending
