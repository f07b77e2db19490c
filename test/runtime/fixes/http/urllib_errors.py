"""Use aiohttp for urllib: a status that is an error raises."""

import os
import urllib.error
import urllib.request

# fix: Use aiohttp

SERVER = os.environ["HTTP_SERVER"]


async def load(path):
    try:
        with urllib.request.urlopen(f"{SERVER}{path}") as response:
            return len(response.read())
    except urllib.error.HTTPError as error:
        return error.code, error.reason
    except urllib.error.URLError:
        return "unreachable"


async def main():
    print(await load("/bytes"), await load("/404"), await load("/500"))
