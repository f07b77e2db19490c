"""Use httpx.AsyncClient: requests in conditions, comprehensions and expressions."""

import os

import requests

# fix: Use httpx.AsyncClient

SERVER = os.environ["HTTP_SERVER"]


async def main():
    paths = ["/json", "/404"]
    print([requests.get(SERVER + path).status_code for path in paths])
    if not requests.get(f"{SERVER}/500").ok:
        print("down")
    answer = None if len(paths) > 5 else requests.get(f"{SERVER}/gzip").json()["answer"]
    print(answer)
    for item in requests.get(f"{SERVER}/chunked").json()["items"]:
        print(item)
