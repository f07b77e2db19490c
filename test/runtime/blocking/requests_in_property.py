"""Reading an attribute runs a property that asks a server."""
import os

import requests


class Device:
    def __init__(self, url):
        self.url = url

    @property
    def state(self):
        return requests.get(self.url, timeout=5).json()


async def main():
    device = Device(os.environ["SLOW_HTTP"])
    assert device.state["answer"] == 42
