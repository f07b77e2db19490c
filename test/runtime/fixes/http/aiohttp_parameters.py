"""Use aiohttp: parameters are added to the query of the URL; cookies are sent."""

import os

import requests

# fix: Use aiohttp

SERVER = os.environ["HTTP_SERVER"]


async def main():
    query = {"q": "a b&c", "many": [1, 2]}
    response = requests.get(
        f"{SERVER}/echo?first=1",  # has a query already
        params=query,
    )
    print(response.json()["query"])
    print(requests.get(f"{SERVER}/cookies", cookies={"b": "2"}).json())
    print(requests.request("OPTIONS", f"{SERVER}/echo", params={"x": 1.5}).json()["query"])
