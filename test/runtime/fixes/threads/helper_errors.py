"""An error of one's own leaves the thread with its attributes and its cause."""

import os

import requests

# fix: Run `load` in a thread

SERVER = os.environ["HTTP_SERVER"]


class Broken(Exception):
    def __init__(self, path, *, status):
        super().__init__(f"{path} is broken")
        self.status = status


def load(path):
    response = requests.get(SERVER + path, timeout=5)
    try:
        response.raise_for_status()
    except requests.HTTPError as error:
        raise Broken(path, status=response.status_code) from error
    return response.text.strip()


async def main():
    try:
        print(load("/text"), load("/500"), "never")
    except Broken as error:
        print(error, error.status, type(error.__cause__).__name__)
    else:
        print("never")
