"""Use httpx.AsyncClient: under trio."""

import os

import requests
import trio

# fix: Use httpx.AsyncClient
# loop: trio

SERVER = os.environ["HTTP_SERVER"]


async def main():
    response = requests.get(f"{SERVER}/json")
    print(response.json())
    await trio.sleep(0)
