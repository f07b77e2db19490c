"""A client of Redis whose connections a `with` block closes, also where it is left by an error."""
# fix: Use redis.asyncio.Redis
import os

import redis


async def main():
    try:
        with redis.Redis.from_url(f"redis://127.0.0.1:{os.environ['SLOW_REDIS']}", protocol=2) as client:
            print(client.get("a"))
            print(len([client.get("b")]) // 0)
    except ZeroDivisionError as error:
        print(error)
