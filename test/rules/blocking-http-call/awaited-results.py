"""Plain functions whose result is awaited: the branch that blocks gives nothing to await, so it is not the one that runs."""

import asyncio

import httpx
import requests


def is_on_loop():
    try:
        asyncio.get_running_loop()
        return True
    except RuntimeError:
        return False


def load(url):
    if is_on_loop():
        return asyncio.to_thread(requests.get, url)
    return requests.get(url)


class Fetcher:
    def __init__(self, blocking=False):
        self.blocking = blocking

    def _get(self, url):
        return requests.get(url)

    def get(self, url):
        if self.blocking:
            return self._get(url)
        return asyncio.ensure_future(asyncio.to_thread(self._get, url))


def prepared(url):
    requests.get('/token')
    return asyncio.to_thread(requests.get, url)


async def main(fetcher: Fetcher, url):
    await load(url)  # ok: what the awaited call returns from its blocking branch could not be awaited
    await fetcher.get(url)  # ok: what the awaited call returns from its blocking branch could not be awaited
    await asyncio.wait_for(fetcher.get(url), 1)  # ok: what `wait_for` is given could not be awaited
    await asyncio.gather(load(url), fetcher.get(url))  # ok: what they give is awaited
    asyncio.create_task(fetcher.get(url))  # ok: what it gives is awaited
    print(fetcher.get(url))  # finding: [blocking-http-call]
    await asyncio.wait_for(prepared(url), 1)  # finding: [blocking-http-call] via prepared > requests.get
    await prepared(url)  # finding: [blocking-http-call] via prepared > requests.get


def sync_or_async(url, is_sync=False):
    async def later():
        return await asyncio.to_thread(requests.get, url)

    def now():
        return requests.get(url)

    return now() if is_sync else later()


async def chosen(url):
    await sync_or_async(url)  # ok: what is awaited is the coroutine


async def session() -> requests.Session:
    return requests.Session()


async def client() -> httpx.AsyncClient:
    return await asyncio.to_thread(httpx.AsyncClient)


async def through_asyncio(url):
    one = await asyncio.wait_for(session(), 1)
    one.get(url)  # finding: [blocking-http-call]
    two, three = await asyncio.gather(session(), client())
    two.get(url)  # finding: [blocking-http-call]
    await three.get(url)  # ok: the asynchronous one
    task = asyncio.create_task(session())
    (await task).get(url)  # finding: [blocking-http-call]
    four = await asyncio.shield(client())
    return four.get(url)  # ok: the asynchronous one
