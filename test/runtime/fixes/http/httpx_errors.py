"""Use httpx.AsyncClient: which handler gets which error."""

import os
import socket

import requests

# fix: Use httpx.AsyncClient

SERVER = os.environ["HTTP_SERVER"]


NOBODY = socket.socket()
NOBODY.bind(("127.0.0.1", 0))  # bound, never listening: connections are refused
CLOSED = f"http://127.0.0.1:{NOBODY.getsockname()[1]}"


async def load(url, seconds=5):
    try:
        response = requests.get(url, timeout=seconds)
        response.raise_for_status()
    except requests.HTTPError as error:
        return error.response.status_code, error.response.reason, error.response.text.strip()
    except requests.Timeout:
        return "timeout"
    except requests.RequestException:
        return "connection"
    return response.json()["answer"]


async def main():
    print(await load(f"{SERVER}/json"), await load(f"{SERVER}/404"))
    print(await load(f"{SERVER}/json", 0.1), await load(CLOSED))
