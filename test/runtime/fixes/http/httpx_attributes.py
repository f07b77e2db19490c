"""Use httpx.AsyncClient: what a response says of itself."""

import os

import requests

# fix: Use httpx.AsyncClient

SERVER = os.environ["HTTP_SERVER"]


async def main():
    response = requests.get(f"{SERVER}/json", timeout=5)
    print(response.status_code, response.ok, response.reason, response.url == f"{SERVER}/json")
    print(response.headers["Content-Type"], response.json(), response.is_redirect)
    missing = requests.get(f"{SERVER}/404")
    print(missing.status_code, 1 + missing.ok, not missing.ok, "gone" if not missing else missing.content)
