"""A receiver that is a synchronous client in one branch and an asynchronous one in the other says nothing."""
import httpx
import requests


class Api:
    def __init__(self, is_async):
        self.client = httpx.AsyncClient() if is_async else httpx.Client()
        if is_async:
            self.other = httpx.AsyncClient()
        else:
            self.other = httpx.Client()

    async def run(self, url):
        if isinstance(self.client, httpx.AsyncClient):
            return await self.client.get(url)  # ok: awaited
        self.other.get(url)  # ok: may be the asynchronous one
        return self.client.get(url)  # ok: may be the asynchronous one


async def branches(url, session: requests.Session | httpx.AsyncClient):
    if isinstance(session, httpx.AsyncClient):
        client = session
    else:
        client = httpx.AsyncClient()  # finding: [blocking-socket] reads the certificate store
    return await client.get(url), session.get(url)  # ok: may be either
