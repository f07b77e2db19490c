"""A non-blocking socket that the loop reads."""
import asyncio
import os
import socket


async def main():
    loop = asyncio.get_running_loop()
    with socket.socket() as sock:
        sock.setblocking(False)
        await loop.sock_connect(sock, ("127.0.0.1", int(os.environ["SLOW_LINES"])))
        assert await loop.sock_recv(sock, 64)
