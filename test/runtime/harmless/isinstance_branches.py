"""One function for both kinds of client; only the asynchronous one comes here."""
import inspect
import os

import redis.asyncio


async def get(client, key):
    value = client.get(key)
    if inspect.isawaitable(value):
        value = await value
    return value


async def main():
    client = redis.asyncio.Redis(port=int(os.environ["SLOW_REDIS"]), protocol=2)
    assert await get(client, "key") is None
    await client.aclose()
