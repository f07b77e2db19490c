"""Use aiohttp: one handler for whatever goes wrong, invalid JSON included."""

import os

import requests

# fix: Use aiohttp

SERVER = os.environ["HTTP_SERVER"]


async def load(path):
    try:
        response = requests.get(SERVER + path)
        response.raise_for_status()
        return response.json()
    except (requests.RequestException, KeyError) as error:
        return f"failed: {bool(str(error))}"


async def main():
    for path in ("/json", "/500", "/text", "/empty"):
        print(path, await load(path))
