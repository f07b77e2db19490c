"""A stream instead of a socket."""
import asyncio
import os


async def main():
    reader, writer = await asyncio.open_connection("127.0.0.1", int(os.environ["SLOW_LINES"]))
    assert await reader.readline()
    writer.close()
    await writer.wait_closed()
