"""Streaming waits when the block is entered."""
import os

import httpx

client = httpx.Client(timeout=5)


async def main():
    with client.stream("GET", os.environ["SLOW_HTTP"]) as response:
        response.read()
