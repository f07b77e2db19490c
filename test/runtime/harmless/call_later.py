"""Callbacks that only set something."""
import asyncio
import threading

stopped = threading.Event()


class Timer:
    def __init__(self):
        self.fired = asyncio.Event()

    def fire(self):
        self.fired.set()
        stopped.set()


async def main():
    timer = Timer()
    asyncio.get_running_loop().call_later(0.03, timer.fire)
    await timer.fired.wait()
    stopped.wait(0)
