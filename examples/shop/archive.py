"""Fetches pages and remembers what they looked like."""

import asyncio
import hashlib
from urllib.request import urlopen


def fetch(url: str) -> bytes:
    with urlopen(url) as response:
        return response.read()


def fingerprint(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


async def fingerprints(urls: list[str]) -> list[str]:
    found = []
    for url in urls:
        # A helper hides the wait, it does not take it off the loop.
        content = fetch(url)
        found.append(fingerprint(content))
    return found


async def fingerprints_done_right(urls: list[str]) -> list[str]:
    contents = await asyncio.gather(*(asyncio.to_thread(fetch, url) for url in urls))
    return [fingerprint(content) for content in contents]
