"""A lambda is called in the thread, with what it captures."""

import os

import requests

# fix: Run `attempt` in a thread

SERVER = os.environ["HTTP_SERVER"]


def attempt(function, times):
    for _ in range(times):
        response = function()
        if response.ok:
            return response.json()
    return response.status_code


async def main():
    for path in ("/json", "/500"):
        print(attempt(lambda: requests.get(SERVER + path, timeout=5), 2))
