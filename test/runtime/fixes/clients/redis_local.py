"""A client of Redis that the function makes and a `finally` closes finds what it found before."""
# fix: Use redis.asyncio.Redis
import os

import redis


async def main():
    client = redis.Redis(port=int(os.environ["SLOW_REDIS"]), protocol=2)
    try:
        print(client.get("a"))
        found = [client.get(key) for key in ["b", "c"]]
        print(found, client.ping() and "there")
    finally:
        client.close()
