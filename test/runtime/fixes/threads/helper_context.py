"""Context variables are seen in the thread."""

import os
from contextvars import ContextVar

import requests

# fix: Run `load` in a thread

SERVER = os.environ["HTTP_SERVER"]
token = ContextVar("token", default="none")


def load():
    return requests.get(f"{SERVER}/echo", headers={"x-token": token.get()}, timeout=5).json()["headers"]


async def main():
    print(load())
    before = token.set("secret")
    print(load())
    token.reset(before)
