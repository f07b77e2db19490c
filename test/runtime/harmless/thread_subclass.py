"""`run` of a Thread's subclass runs in the thread."""
import asyncio
import os
import threading

import requests


class Poller(threading.Thread):
    def __init__(self, loop, done):
        super().__init__(daemon=True)
        self.loop = loop
        self.done = done

    def run(self):
        requests.get(os.environ["SLOW_HTTP"], timeout=5)
        self.loop.call_soon_threadsafe(self.done.set)


async def main():
    done = asyncio.Event()
    Poller(asyncio.get_running_loop(), done).start()
    await done.wait()
