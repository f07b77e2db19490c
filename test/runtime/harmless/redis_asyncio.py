"""redis.asyncio has redis' names."""
import os

import redis.asyncio as redis


class Cache:
    def __init__(self):
        self.client = redis.Redis(port=int(os.environ["SLOW_REDIS"]), protocol=2)

    async def get(self, key):
        return await self.client.get(key)


async def main():
    cache = Cache()
    assert await cache.get("key") is None
    await cache.client.aclose()
