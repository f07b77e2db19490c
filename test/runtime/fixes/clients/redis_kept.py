"""A client of Redis that an object keeps, and closes in a method of its own."""
# fix: Use redis.asyncio.Redis
import os

import redis


class Store:
    def __init__(self, url):
        self._client = redis.Redis.from_url(url, protocol=2)

    async def read(self, *keys):
        return {key: self._client.get(key) for key in keys}

    async def close(self):
        self._client.close()


async def main():
    store = Store(f"redis://127.0.0.1:{os.environ['SLOW_REDIS']}")
    print(await store.read("a", "b"))
    await store.close()
    print(await store.read("c"))
    await store.close()
