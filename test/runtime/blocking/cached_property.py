"""A cached property asks once: that once is here."""
import functools
import os

import httpx


class Profile:
    @functools.cached_property
    def document(self):
        return httpx.get(os.environ["SLOW_HTTP"], timeout=5).json()


async def main():
    profile = Profile()
    assert profile.document["answer"] == 42
