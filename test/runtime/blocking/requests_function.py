"""A helper two hops down asks a server."""
import os

import requests

URL = os.environ["SLOW_HTTP"]


def fetch(path):
    return requests.get(f"{URL}/{path}", timeout=5)


def answer():
    return fetch("answer").json()["answer"]


async def main():
    assert answer() == 42
