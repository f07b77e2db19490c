"""Keyword arguments through a partial."""
import asyncio
import functools
import os

import requests


async def main():
    loop = asyncio.get_running_loop()
    ask = functools.partial(requests.get, os.environ["SLOW_HTTP"], timeout=5)
    response = await loop.run_in_executor(None, ask)
    assert response.json()
