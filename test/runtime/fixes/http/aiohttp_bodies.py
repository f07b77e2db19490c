"""Use aiohttp: forms, bytes and JSON as bodies."""

import os

import requests

# fix: Use aiohttp

SERVER = os.environ["HTTP_SERVER"]


async def main():
    form = requests.post(f"{SERVER}/echo", data={"a": 1, "b": ["x", "y z"]}).json()
    raw = requests.put(f"{SERVER}/echo", b"raw", headers={"X-Kind": "raw"}).json()
    value = requests.patch(f"{SERVER}/echo", json={"a": None, "é": True}).json()
    print(form["method"], form["body"])
    print(raw["method"], raw["body"], raw["headers"])
    print(value["method"], value["body"])
    requests.delete(f"{SERVER}/echo", json=[1])
