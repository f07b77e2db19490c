"""Making a client, and filling a pipeline, says nothing to the server."""
import os

import redis


async def main():
    client = redis.Redis(port=int(os.environ["SLOW_REDIS"]))
    pipe = client.pipeline()
    pipe.set("a", 1)
    pipe.get("a")
    assert len(pipe) == 2
