"""Use httpx.AsyncClient: redirects are followed, but by HEAD, and where the call says not to."""

import os

import requests

# fix: Use httpx.AsyncClient

SERVER = os.environ["HTTP_SERVER"]


async def status(allow):
    response = requests.get(f"{SERVER}/redirect", allow_redirects=allow)
    return response.status_code, response.url.removeprefix(SERVER)


async def main():
    print(await status(True), await status(False))
    print(requests.get(f"{SERVER}/redirect").json()["answer"])
    print(requests.head(f"{SERVER}/redirect").headers["location"])
