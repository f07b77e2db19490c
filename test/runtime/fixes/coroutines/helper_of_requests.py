"""A helper that asks a server gives what it gave, and raises what it raised of its own."""
# fix: Make `answer` async
import os

import requests


class Missing(Exception):
    pass


def answer(path):
    response = requests.get(os.environ["HTTP_SERVER"] + path, timeout=5)
    if response.status_code == 404:
        raise Missing(path)
    return response.json()["answer"]


async def main():
    print(answer("/json") + 1)
    try:
        answer("/404")
    except Missing as error:
        print("missing", error)
