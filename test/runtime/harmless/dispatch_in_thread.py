"""A function out of a dictionary, for the thread."""
import asyncio
import os

import requests

COMMANDS = {"get": requests.get, "head": requests.head}


async def main():
    for name in ("get", "head"):
        await asyncio.to_thread(COMMANDS[name], os.environ["SLOW_HTTP"], timeout=5)
