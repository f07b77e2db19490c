"""A bound method that blocks, handed over and never called here."""
import asyncio
import os

import requests


class Api:
    def __init__(self, base):
        self.base = base
        self.session = requests.Session()

    def answer(self):
        return self.session.get(f"{self.base}/answer", timeout=5).json()

    async def aanswer(self):
        return await asyncio.to_thread(self.answer)


async def main():
    await Api(os.environ["SLOW_HTTP"]).aanswer()
