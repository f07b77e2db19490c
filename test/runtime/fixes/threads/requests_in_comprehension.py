"""A list of answers keeps its order."""

import os

import requests

# fix: Run `requests.get` in a thread

PATHS = ("/json", "/404", "/empty")


async def main():
    server = os.environ["HTTP_SERVER"]
    print([requests.get(server + path, timeout=5).status_code for path in PATHS])
