"""Asynchronous clients in the forms of real code: kept, subclassed, gathered, un-awaited, wrapped; none of them blocks."""

from __future__ import annotations

import asyncio
import contextlib
from typing import Any

import aiohttp
import httpx
from aiohttp import ClientSession, ClientTimeout, web

CLIENT = httpx.AsyncClient(timeout=5)
session: ClientSession | None = None


def make_session() -> ClientSession:
    return ClientSession(timeout=ClientTimeout(1))


def get_session():
    global session
    if session is None:
        session = aiohttp.ClientSession()
    return session


class Base:
    def __init__(self, session: aiohttp.ClientSession | None = None, client: httpx.AsyncClient | None = None):
        self._session = session or aiohttp.ClientSession()
        self._own = session is None
        self.client = client
        self.headers: dict[str, str] = {}

    async def __aenter__(self):
        self.client = httpx.AsyncClient()  # finding: [blocking-socket] information
        return self

    async def __aexit__(self, *error):
        await self._session.close()  # ok
        await self.client.aclose()  # ok

    @contextlib.asynccontextmanager
    async def request(self, method, url):
        async with self._session.request(method, url) as response:  # ok
            yield response

    def get(self, url):
        return self._session.get(url)  # ok: a context manager, nothing sent yet

    def post(self, url, **options):
        return self.client.post(url, **options)  # ok: a coroutine


class Api(Base):
    async def fetch(self, url):
        async with self.get(url) as response:  # ok
            return await response.json(), self.headers.get('etag')  # ok

    async def gathered(self, urls):
        tasks = [asyncio.create_task(self.client.get(url)) for url in urls]  # ok
        pages = await asyncio.gather(*(self.post(url) for url in urls))  # ok
        first = await asyncio.wait_for(self.client.get(urls[0]), 1)  # ok
        shielded = await asyncio.shield(self.client.head(urls[0]))  # ok
        async with asyncio.TaskGroup() as group:
            group.create_task(self.client.delete(urls[0]))  # ok
        for done in asyncio.as_completed([self.client.get(url) for url in urls]):  # ok
            print(await done)
        return tasks, pages, first, shielded

    async def streamed(self, url):
        async with self.client.stream('GET', url) as response:  # ok
            async for chunk in response.aiter_bytes():  # ok
                print(chunk)
        async with self._session.ws_connect(url) as socket:  # ok
            async for message in socket:  # ok
                print(message)

    async def kept(self, url):
        pending = CLIENT.get(url)  # ok: awaited below
        other = get_session().get(url)  # ok
        made = make_session()
        async with made.get(url) as response, other as second:  # ok
            return await pending, response, second


class Client(httpx.AsyncClient):
    async def user(self, name):
        return await self.get(f'/users/{name}')  # ok

    def pending(self, name):
        return self.get(f'/users/{name}')  # ok: a coroutine


class Limited(aiohttp.ClientSession):
    async def limited(self, url):
        return await super().get(url)  # ok


async def by_subclass(client: Client, limited: Limited):
    await client.get('/')  # ok
    client.pending('a').close()  # ok
    return limited.get('/')  # ok


async def handler(request: web.Request):
    session = request.app['session']
    async with session.get('/upstream') as response:  # ok: nobody knows, and it is entered asynchronously
        data: Any = await response.json()
    request.match_info.get('name')  # ok: a dict
    request.query.get('page')  # ok
    data.get('items')  # ok
    return web.json_response(data.get('items', []))  # ok
