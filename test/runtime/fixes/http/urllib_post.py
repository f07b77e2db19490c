"""Use aiohttp for urllib: a form that is sent, and the lines of the answer."""

import os
import json
from urllib.parse import urlencode
from urllib.request import urlopen

# fix: Use aiohttp

SERVER = os.environ["HTTP_SERVER"]


async def main():
    form = urlencode({"a": "b c", "d": 1}).encode()
    response = urlopen(f"{SERVER}/echo", data=form)
    print(json.loads(response.read())["body"])
    with urlopen(f"{SERVER}/text") as response:
        for line in response:
            print(line)
