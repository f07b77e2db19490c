"""httpx's asynchronous client, on self; the certificates are read before the loop starts, as they take 20 ms."""
import os
import ssl

import httpx

CERTIFICATES = ssl.create_default_context()


class Api:
    def __init__(self, client: httpx.AsyncClient):
        self.client = client

    async def answer(self):
        response = await self.client.get("/answer")
        return response.json()


async def main():
    async with httpx.AsyncClient(base_url=os.environ["SLOW_HTTP"], verify=CERTIFICATES) as client:
        async with client.stream("GET", "/stream") as response:
            await response.aread()
        assert await Api(client).answer() == {"answer": 42}
