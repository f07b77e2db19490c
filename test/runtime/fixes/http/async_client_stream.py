"""Use httpx.AsyncClient for httpx itself: bodies that are streamed."""

import os

import httpx

# fix: Use httpx.AsyncClient

SERVER = os.environ["HTTP_SERVER"]


async def main():
    with httpx.stream("GET", f"{SERVER}/bytes") as response:
        print(response.status_code)
        for chunk in response.iter_bytes(400):
            print(len(chunk))
    client = httpx.Client(timeout=None)
    with client.stream("POST", f"{SERVER}/echo", content=b"x") as response:
        response.read()
        print(response.json()["body"])
    with client.stream("GET", f"{SERVER}/text") as response:
        for line in response.iter_lines():
            print(line)
    client.close()
