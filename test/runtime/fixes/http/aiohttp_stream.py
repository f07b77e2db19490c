"""Use aiohttp: a body that is streamed into a file."""

import os

import requests

# fix: Use aiohttp

SERVER = os.environ["HTTP_SERVER"]


async def download(url, path):
    with requests.get(url, stream=True, timeout=5) as response:
        response.raise_for_status()
        with open(path, "wb") as file:
            for chunk in response.iter_content(chunk_size=256):
                file.write(chunk)


async def main():
    await download(f"{SERVER}/bytes", "bytes")
    with open("bytes", "rb") as file:
        content = file.read()
    print(len(content), sum(content), content[:3], content[-3:])
