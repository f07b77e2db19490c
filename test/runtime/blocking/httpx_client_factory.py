"""A factory without an annotation makes the client; a `with` holds it."""
import os

import httpx


def make_client():
    return httpx.Client(base_url=os.environ["SLOW_HTTP"], timeout=5)


async def main():
    with make_client() as client:
        assert client.get("/answer").is_success
