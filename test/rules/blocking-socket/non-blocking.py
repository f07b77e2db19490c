"""A socket that was switched to non-blocking mode waits for nobody; the loop's own socket calls take such a socket."""
import asyncio
import socket


async def receive(address):
    loop = asyncio.get_running_loop()
    client = socket.socket()
    client.setblocking(False)
    await loop.sock_connect(client, address)  # ok
    data = await loop.sock_recv(client, 100)  # ok
    client.recv(100)  # ok: raises where it would wait
    return data


async def streams(host):
    reader, writer = await asyncio.open_connection(host, 80)  # ok
    writer.write(b'')  # ok
    await reader.read(10)  # ok
    return await asyncio.get_running_loop().getaddrinfo(host, 80)  # ok
