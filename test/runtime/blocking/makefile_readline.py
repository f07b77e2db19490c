"""A socket's file object; only connecting is moved to a thread."""
import asyncio
import os
import socket


async def main():
    address = ("127.0.0.1", int(os.environ["SLOW_LINES"]))
    with await asyncio.to_thread(socket.create_connection, address) as sock:
        file = sock.makefile("rb")
        assert file.readline().startswith(b"220")
