"""Use aiohttp: a body, headers, and statuses that are no errors yet."""

import os

import requests

# fix: Use aiohttp

SERVER = os.environ["HTTP_SERVER"]


async def send(path, value):
    response = requests.post(SERVER + path, json={"value": value}, headers={"X-Token": "t"}, timeout=5)
    if response.status_code >= 400:
        return response.status_code
    return response.json()


async def main():
    echo = await send("/echo", [1, 2])
    print(echo["method"], echo["headers"], echo["body"])
    print(await send("/404", None), await send("/500", 1))
