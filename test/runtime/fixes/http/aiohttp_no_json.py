"""Use aiohttp: what is no JSON, and what is empty, is a ValueError."""

import os

import requests

# fix: Use aiohttp

SERVER = os.environ["HTTP_SERVER"]


async def load(path):
    try:
        return requests.get(SERVER + path).json()
    except ValueError:
        return None


async def main():
    print(await load("/gzip"), await load("/latin1"), await load("/empty"))
