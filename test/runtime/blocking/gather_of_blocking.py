"""gather makes nothing of this concurrent."""
import asyncio
import os

import requests


async def fetch(session, path):
    return session.get(os.environ["SLOW_HTTP"] + path, timeout=5).json()


async def main():
    with requests.Session() as session:
        await asyncio.gather(*(fetch(session, path) for path in ("/a", "/b")))
