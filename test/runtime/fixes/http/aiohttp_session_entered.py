"""Use aiohttp: a session with headers of its own, and responses that are read later."""

import os

import requests

# fix: Use aiohttp

SERVER = os.environ["HTTP_SERVER"]


async def main():
    with requests.Session() as session:
        session.headers.update({"X-Token": "t"})
        first = session.get(f"{SERVER}/echo", headers={"X-More": "m"})
        second = session.put(f"{SERVER}/echo", json=[1, "é"])
        # The first is still at hand.
        print(first.json()["headers"], first.ok)
        body = second.json()
        print(body["method"], body["headers"], body["body"])
