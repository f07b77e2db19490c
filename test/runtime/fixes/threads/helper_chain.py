"""The whole chain of helpers runs in the thread; the finding stands at its first call."""

import os

import requests

# fix: Run `names` in a thread

SERVER = os.environ["HTTP_SERVER"]


def fetch(path):
    return requests.get(SERVER + path, timeout=5).json()


def items(path):
    return fetch(path)["items"]


def names(*paths, prefix="", **options):
    return [f"{prefix}{item}" for path in paths for item in items(path)] + sorted(options)


async def main():
    both = ("/json", "/gzip")
    print(names(*both, prefix="a", **{"last": True}))
    print(names())
