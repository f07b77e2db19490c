"""An asynchronous iterator that waits synchronously."""
import time


class Ticks:
    def __init__(self, count):
        self.left = count

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.left == 0:
            raise StopAsyncIteration
        self.left -= 1
        self.pause()
        return self.left

    @staticmethod
    def pause():
        time.sleep(0.04)


async def main():
    async for _ in Ticks(2):
        pass
