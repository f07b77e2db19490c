"""The wrong offload: the call is made here, and only its result goes to the thread."""
import asyncio
import os

import requests


def load():
    return requests.get(os.environ["SLOW_HTTP"], timeout=5).json


async def main():
    await asyncio.to_thread(load())
