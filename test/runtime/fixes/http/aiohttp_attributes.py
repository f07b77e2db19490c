"""Use aiohttp: what a response says of itself."""

import os

import requests

# fix: Use aiohttp

SERVER = os.environ["HTTP_SERVER"]


async def main():
    response = requests.get(f"{SERVER}/json", timeout=5)
    print(response.status_code, response.ok, response.reason, response.url == f"{SERVER}/json")
    print(response.headers["Content-Type"], response.headers.get("x-none"), "content-length" in response.headers)
    missing = requests.get(f"{SERVER}/404")
    print(missing.status_code, missing.ok, missing.text.strip())
