"""A Session that the constructor stores."""
import os

import requests


class Api:
    def __init__(self, base):
        self.base = base
        self.session = requests.Session()
        self.session.headers["accept"] = "application/json"

    async def answer(self):
        return self.session.get(f"{self.base}/answer", timeout=5).json()


async def main():
    await Api(os.environ["SLOW_HTTP"]).answer()
