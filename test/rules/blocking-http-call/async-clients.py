"""Asynchronous HTTP clients have methods of the same names."""
import asyncio

import aiohttp
import httpx


async def with_aiohttp(url):
    async with aiohttp.ClientSession() as session:
        async with session.get(url) as response:  # ok: aiohttp
            return await response.json()  # ok


async def kept_session(session: aiohttp.ClientSession, url):
    response = await session.get(url)  # ok
    context = session.post(url)  # ok: a context manager, nothing sent yet
    async with context as answer:
        answer.raise_for_status()
    return response


async def with_httpx(url):
    client = httpx.AsyncClient()  # finding: [blocking-socket] reads the certificate store each time
    first = await client.get(url)  # ok
    both = await asyncio.gather(client.get(url), client.get(url))  # ok: coroutines that gather awaits
    await client.aclose()
    return first, both


class Api:
    def __init__(self):
        self.client = httpx.AsyncClient()

    async def fetch(self, url):
        request = self.client.get(url)  # ok: awaited below
        return await request
