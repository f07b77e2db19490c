"""The blocking half of a client lives in its base; the subclass calls it through super()."""
import os

import requests


class Base:
    def __init__(self):
        self.http: requests.Session = requests.session()

    def call(self, method, path):
        return self.http.request(method, os.environ["SLOW_HTTP"] + path, timeout=5)


class Client(Base):
    def call(self, method, path):
        response = super().call(method, path)
        response.raise_for_status()
        return response

    async def refresh(self):
        return self.call("POST", "/refresh")


async def main():
    await Client().refresh()
