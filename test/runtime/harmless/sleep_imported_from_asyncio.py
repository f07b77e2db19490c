"""`sleep` is asyncio's, and `time` is a parameter."""
from asyncio import sleep


class Clock:
    def __init__(self):
        self.slept = 0.0

    def sleep(self, seconds):
        self.slept += seconds


async def wait(time):
    time.sleep(60)
    await sleep(0.03)


async def main():
    clock = Clock()
    await wait(clock)
    assert clock.slept == 60
