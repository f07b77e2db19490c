"""Use httpx.AsyncClient: a body that is streamed, and one that is taken to pieces."""

import os

import requests

# fix: Use httpx.AsyncClient

SERVER = os.environ["HTTP_SERVER"]


async def main():
    total = 0
    with requests.get(f"{SERVER}/bytes", stream=True) as response:
        for chunk in response.iter_content(300):
            total += sum(chunk)
    print(total)
    response = requests.get(f"{SERVER}/text")
    for chunk in response.iter_content(4):
        print(chunk)
    for line in response.iter_lines():
        print(line)
