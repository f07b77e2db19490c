"""Sockets in non-blocking mode in the forms of real code: made in one method, used in another, under another name."""

import asyncio
import contextlib
import socket
import ssl


class Beacon:
    """The socket is made non-blocking under a local name, and kept under another."""

    def __init__(self, port):
        sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        sock.setblocking(False)
        sock.bind(('', port))
        self._transport = sock
        self._loop = asyncio.get_event_loop()
        self._loop.add_reader(sock, self._on_readable)

    def _on_readable(self):
        with contextlib.suppress(BlockingIOError):
            data, address = self._transport.recvfrom(1024)  # ok: raises where it would wait
            self._transport.sendto(data, address)  # ok: a datagram is not waited for


class Renamed:
    """Made non-blocking as `sock`, kept as `_peer`, read in a callback that runs when there is something to read."""

    def __init__(self, path):
        sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        sock.setblocking(False)
        self._peer = sock
        asyncio.get_running_loop().add_reader(self._peer, self._on_readable)

    def _on_readable(self):
        return self._peer.recv(1024)  # ok: made non-blocking under another name


class Kept:
    def __init__(self):
        self.sock = socket.socket()
        self.sock.settimeout(0)

    async def poll(self):
        try:
            return self.sock.recv(100)  # ok: raises where it would wait
        except BlockingIOError:
            return b''


class ByCallback:
    """Whoever waits with add_reader is called when there is something to read."""

    def __init__(self, server: socket.socket):
        self.server = server
        self.server.setblocking(False)
        asyncio.get_event_loop().add_reader(self.server, self.accept)

    def accept(self):
        client, _ = self.server.accept()  # ok: raises where it would wait
        client.setblocking(False)
        asyncio.get_event_loop().add_reader(client, self.read, client)

    def read(self, client):
        client.recv(1024)  # ok: nobody knows what it is


def non_blocking():
    sock = socket.socket()
    sock.setblocking(False)
    return sock


async def by_factory(address):
    sock = non_blocking()
    await asyncio.get_running_loop().sock_connect(sock, address)  # ok
    sock.send(b'')  # ok: raises where it would wait
    connection = non_blocking()
    return connection.recv(100)  # ok: made non-blocking in the factory


async def pairs():
    ours, theirs = socket.socketpair()
    ours.setblocking(0)
    theirs.setblocking(0)
    ours.send(b'\0')  # ok: raises where it would wait
    return theirs.recv(1)  # ok: raises where it would wait


async def blocking(address):
    peer = socket.create_connection(address, timeout=3)  # finding: [blocking-socket]
    peer.sendall(b'')  # finding: [blocking-socket]
    tls = ssl.create_default_context().wrap_socket(peer)  # finding: [blocking-socket]
    tls.recv(1)  # finding: [blocking-socket]


async def streams(host):
    reader, writer = await asyncio.open_connection(host, 80)  # ok
    writer.write(b'')  # ok
    await writer.drain()  # ok
    await reader.readline()  # ok
    raw = writer.get_extra_info('socket')
    raw.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # ok
    raw.getpeername()  # ok
