"""Use httpx.AsyncClient for httpx itself: errors stay what they are."""

import os

import httpx

# fix: Use httpx.AsyncClient

SERVER = os.environ["HTTP_SERVER"]


async def load(path, seconds):
    try:
        response = httpx.get(SERVER + path, timeout=seconds)
        response.raise_for_status()
        return response.json()["answer"]
    except httpx.HTTPStatusError as error:
        return error.response.status_code, error.request.method
    except httpx.TimeoutException as error:
        return type(error).__name__


async def main():
    print(await load("/json", 5), await load("/500", 5), await load("/json", 0.1))
