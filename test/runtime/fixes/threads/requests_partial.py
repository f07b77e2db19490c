"""A partial is called in the thread with what it holds."""

import os
from functools import partial

import requests

# fix: Run `ask` in a thread

SERVER = os.environ["HTTP_SERVER"]


async def main():
    ask = partial(requests.get, SERVER + "/echo", timeout=5)
    print(ask(params={"b": "1"}, headers={"x-a": "2"}).json()["headers"])
