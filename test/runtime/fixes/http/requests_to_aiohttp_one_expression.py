"""Use aiohttp: request and answer in one expression."""

import os

import requests

# fix: Use aiohttp

SERVER = os.environ["HTTP_SERVER"]


async def main():
    print(requests.get(SERVER + "/text", timeout=5).text.strip())
    length = len(requests.get(SERVER + "/bytes", timeout=5).content)
    print(length)
