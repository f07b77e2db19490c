"""A helper that opens and reads runs in the thread as a whole."""

import os
from urllib.error import HTTPError
from urllib.request import Request, urlopen

# fix: Run `load` in a thread

SERVER = os.environ["HTTP_SERVER"]


def load(path: str, *, method: str = "GET") -> bytes:
    with urlopen(Request(SERVER + path, method=method), timeout=5) as response:
        return response.read()


async def main():
    print(load("/latin1"))
    print(load("/echo", method="PUT"))
    try:
        load("/404")
    except HTTPError as error:
        print(error.code, error.reason)
