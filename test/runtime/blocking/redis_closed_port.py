"""Nobody listens, and the client tries again after a pause."""
import contextlib
import os

import redis
from redis.backoff import ConstantBackoff
from redis.retry import Retry


async def main():
    client = redis.Redis(port=int(os.environ["CLOSED_PORT"]), retry=Retry(ConstantBackoff(0.04), 2))
    with contextlib.suppress(redis.ConnectionError):
        client.ping()
