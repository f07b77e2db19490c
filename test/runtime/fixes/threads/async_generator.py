"""An asynchronous generator gives the same values in the same order."""

import os

import requests

# fix: Run `requests.get` in a thread

SERVER = os.environ["HTTP_SERVER"]


async def pages(paths):
    for path in paths:
        yield path, requests.get(SERVER + path, timeout=5).status_code


async def main():
    async for page in pages(["/json", "/empty", "/404"]):
        print(*page)
    print({path: status async for path, status in pages(["/bytes"])})
