"""Errors leave the thread as they are: the same clauses catch them, with the same texts."""

import os

import requests

# fix: Run `requests.get` in a thread

SERVER = os.environ["HTTP_SERVER"]


async def load(path, timeout):
    try:
        response = requests.get(SERVER + path, timeout=timeout)
        response.raise_for_status()
        return response.json()
    except requests.Timeout:
        return "too late"
    except requests.HTTPError as error:
        return error.response.status_code
    except ValueError as error:
        return type(error).__name__
    finally:
        print("asked for", path)


async def main():
    for path, timeout in (("/json", 5), ("/500", 5), ("/text", 5), ("/json", 0.25)):
        print(await load(path, timeout))
