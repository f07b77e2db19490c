"""Keyword arguments, and the comments between them, reach the function in its thread."""

import os

import requests

# fix: Run `requests.post` in a thread

SERVER = os.environ["HTTP_SERVER"]


async def main():
    echo = requests.post(
        SERVER + "/echo",
        params={"q": "a b", "page": 2},  # both are in the address
        json={"name": "é"},
        headers={"X-Token": "secret"},
        timeout=(3, 5),
    ).json()  # of the echo
    print(sorted(echo.items()))
