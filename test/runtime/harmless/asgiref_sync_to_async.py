"""asgiref's offload, as a decorator and as a call."""
import os
import time

from asgiref.sync import sync_to_async


@sync_to_async
def nap():
    time.sleep(0.05)


def read(path):
    return open(path).read()


async def main():
    await nap()
    assert await sync_to_async(read, thread_sensitive=False)(os.environ["SLOW_FILE"])
