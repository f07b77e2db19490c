"""Use httpx.AsyncClient: forms, texts, bytes and JSON as bodies, also of a DELETE."""

import os

import requests

# fix: Use httpx.AsyncClient

SERVER = os.environ["HTTP_SERVER"]


async def main():
    print(requests.post(f"{SERVER}/echo", data={"a": 1, "b": "y z"}).json()["body"])
    print(requests.put(f"{SERVER}/echo", "text", headers={"X-Kind": "text"}).json()["headers"])
    print(requests.patch(f"{SERVER}/echo", data=b"raw").json()["body"])
    echo = requests.delete(f"{SERVER}/echo", json=[1], params={"q": "a"}).json()
    print(echo["method"], echo["query"], echo["body"])
