"""A pipeline waits when it is executed."""
import os

from redis import Redis

connection = Redis.from_url(f"redis://127.0.0.1:{os.environ['SLOW_REDIS']}?protocol=2")


async def main():
    pipe = connection.pipeline(transaction=False)
    pipe.set("a", 1)
    pipe.set("b", 2)
    pipe.execute()
