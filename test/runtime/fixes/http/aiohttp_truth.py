"""Use aiohttp: a response is false where its status is an error."""

import os

import requests

# fix: Use aiohttp

SERVER = os.environ["HTTP_SERVER"]


async def describe(path):
    response = requests.get(SERVER + path)
    if response and response.content:
        return "good"
    return "bad" if not response else "empty"


async def main():
    print(await describe("/json"), await describe("/404"), await describe("/empty"))
