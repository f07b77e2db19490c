"""The methods of an asyncio protocol are called by the loop."""
import asyncio
import time


class Echo(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport

    def data_received(self, data):
        time.sleep(1)  # finding: [blocking-sleep]
        self.transport.write(data)

    def helper(self):
        time.sleep(1)  # ok: the loop does not call it


async def main():
    loop = asyncio.get_running_loop()
    await loop.create_server(Echo, '', 8000)
