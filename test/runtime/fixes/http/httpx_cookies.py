"""Use httpx.AsyncClient: cookies that are sent, and cookies that come."""

import os

import requests

# fix: Use httpx.AsyncClient

SERVER = os.environ["HTTP_SERVER"]


async def main():
    print(requests.get(f"{SERVER}/cookies", cookies={"b": "2"}).json())
    response = requests.get(f"{SERVER}/cookies/set", allow_redirects=False)
    print(response.cookies["a"], response.cookies.get("b"), response.status_code)
