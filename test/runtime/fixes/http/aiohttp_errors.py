"""Use aiohttp: which handler gets which error."""

import os
import socket

import requests

# fix: Use aiohttp

SERVER = os.environ["HTTP_SERVER"]


NOBODY = socket.socket()
NOBODY.bind(("127.0.0.1", 0))  # bound, never listening: connections are refused
CLOSED = f"http://127.0.0.1:{NOBODY.getsockname()[1]}"


async def load(url):
    try:
        response = requests.get(url, timeout=5)
        response.raise_for_status()
        return response.json()["answer"]
    except requests.HTTPError as error:
        return "status", error.response.status_code
    except requests.exceptions.Timeout:
        return "timeout"
    except requests.exceptions.ConnectionError:
        return "connection"


async def main():
    print(await load(f"{SERVER}/json"), await load(f"{SERVER}/404"), await load(f"{SERVER}/500"))
    print(await load(CLOSED))
