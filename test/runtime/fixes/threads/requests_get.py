"""The answer and its status are the same from a thread."""

import os

import requests

# fix: Run `requests.get` in a thread

SERVER = os.environ["HTTP_SERVER"]


async def load(path):
    response = requests.get(SERVER + path, timeout=5)
    return response.status_code, response.headers["content-type"], response.text


async def main():
    print(await load("/json"))
    print(await load("/404"))
