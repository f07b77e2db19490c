"""A protocol's methods run on the loop."""
import asyncio
import os
import time


class Greeting(asyncio.Protocol):
    def __init__(self, greeted):
        self.greeted = greeted

    def data_received(self, data):
        time.sleep(0.08)
        self.greeted.set_result(data)


async def main():
    loop = asyncio.get_running_loop()
    greeted = loop.create_future()
    transport, _ = await loop.create_connection(lambda: Greeting(greeted), "127.0.0.1", int(os.environ["SLOW_LINES"]))
    await greeted
    transport.close()
