"""Use aiohttp: a block that is left by return, break and an error."""

import os

import requests

# fix: Use aiohttp

SERVER = os.environ["HTTP_SERVER"]


async def first(paths):
    for path in paths:
        response = requests.get(SERVER + path)
        if response.status_code == 204:
            continue
        if response.status_code == 500:
            break
        if response.ok:
            return response.json()["answer"]
        raise LookupError(response.text.strip())
    return "none"


async def main():
    print(await first(["/empty", "/json"]), await first(["/500"]))
    try:
        await first(["/404"])
    except LookupError as error:
        print(repr(error))
