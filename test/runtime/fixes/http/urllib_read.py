"""Use aiohttp for urllib: what a response has."""

import os
import json
import urllib.request

# fix: Use aiohttp

SERVER = os.environ["HTTP_SERVER"]


async def load(path: str):
    with urllib.request.urlopen(f"{SERVER}{path}", timeout=5) as response:
        print(response.status, response.getcode(), response.reason, response.geturl() == SERVER + path)
        print(response.headers["content-type"], response.info().get("x-none"))
        return json.load(response)


async def main():
    print(await load("/json"))
    print(urllib.request.urlopen(f"{SERVER}/text").read().decode("utf-8").strip())
