"""Use aiohttp: a read that takes too long, and one that does not."""

import os

import requests

# fix: Use aiohttp

SERVER = os.environ["HTTP_SERVER"]


async def load(seconds):
    try:
        return requests.get(f"{SERVER}/json", timeout=(5, seconds)).json()["answer"]
    except requests.ConnectionError:
        return "no connection"
    except requests.Timeout:
        return "too late"


async def main():
    seconds = [0.1, 3]
    print([await load(each) for each in seconds])
