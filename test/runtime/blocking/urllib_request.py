"""The standard library's way to open an address, in a class method."""
import json
import os
from urllib.request import Request, urlopen


class Feed:
    @classmethod
    def load(cls, url):
        with urlopen(Request(url, headers={"accept": "*/*"}), timeout=5) as response:
            return json.load(response)


async def main():
    assert Feed.load(os.environ["SLOW_HTTP"])
