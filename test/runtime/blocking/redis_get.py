"""A redis client waits for each command."""
import os

import redis


class Cache:
    def __init__(self):
        self._redis = redis.Redis(port=int(os.environ["SLOW_REDIS"]), protocol=2)

    def __getitem__(self, key):
        return self._redis.get(key)


cache = Cache()


async def main():
    assert cache["key"] is None
