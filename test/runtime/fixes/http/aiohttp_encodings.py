"""Use aiohttp: text in the charset that the server names, compressed and chunked bodies."""

import os

import requests

# fix: Use aiohttp

SERVER = os.environ["HTTP_SERVER"]


async def main():
    print(requests.get(f"{SERVER}/text").text.strip())
    page = requests.get(f"{SERVER}/latin1")
    print(f"{page.text} {page.content!r}")
    print(requests.get(f"{SERVER}/gzip").json()["items"])
    print(requests.get(f"{SERVER}/chunked").json())
