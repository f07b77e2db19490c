"""A client that is None until it is first needed."""
import os
from typing import Optional

import redis


class Cache:
    _client: Optional[redis.Redis] = None

    def client(self) -> redis.Redis:
        if self._client is None:
            self._client = redis.Redis(port=int(os.environ["SLOW_REDIS"]), protocol=2)
        return self._client

    async def get(self, key):
        return self.client().get(key)


async def main():
    await Cache().get("a")
