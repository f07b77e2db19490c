"""Use aiohttp: the lines of a body."""

import os

import requests

# fix: Use aiohttp

SERVER = os.environ["HTTP_SERVER"]


async def main():
    response = requests.get(f"{SERVER}/text")
    for line in response.iter_lines():
        print(line)
