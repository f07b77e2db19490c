"""A generator expression as the only argument is handed over unread, and read in the thread."""

import os

import requests

# fix: Run `statuses` in a thread

SERVER = os.environ["HTTP_SERVER"]


def statuses(paths):
    return [requests.get(SERVER + path, timeout=5).status_code for path in paths]


async def main():
    print(sum(statuses(f"/{name}" for name in ("json", "text"))))
