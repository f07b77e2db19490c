"""A nested function that closes over its arguments."""
import asyncio
import os
import urllib.request


async def load(url):
    def read():
        with urllib.request.urlopen(url, timeout=5) as response:
            return response.read()

    return await asyncio.to_thread(read)


async def main():
    assert await load(os.environ["SLOW_HTTP"])
