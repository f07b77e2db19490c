# Who asked first, or made the object non-blocking, does not wait.
import asyncio
import queue
import socket
from concurrent.futures import Future


async def asked(inbox: queue.Queue, done: Future):
    while not inbox.empty():
        inbox.get()  # ok: it is not empty
    if done.done():
        done.result()  # ok: it is done


async def not_asked(inbox: queue.Queue, other: queue.Queue, done: Future):
    if not other.empty():
        inbox.get()  # finding: [blocking-wait]
    done.result()  # finding: [blocking-wait]


async def datagrams(address):
    probe = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    probe.connect(address)  # ok: a datagram socket connects to nobody


async def streams(address):
    stream = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    stream.connect(address)  # finding: [blocking-socket]
    quick = socket.socket()
    quick.setblocking(False)
    quick.connect(address)  # ok: raises instead of waiting


NUMERIC = socket.AI_NUMERICHOST | socket.AI_NUMERICSERV


async def addresses(host, port):
    socket.getaddrinfo(host, port, flags=NUMERIC)  # ok: a number is not looked up
    socket.getaddrinfo(host, port)  # finding: [blocking-socket]


class Inbox:
    def __init__(self):
        self.queue = queue.Queue()

    def _take(self):
        return self.queue.get()

    async def next(self):
        while self.queue.empty():
            await asyncio.sleep(0.1)
        return self._take()  # ok: it is not empty

    async def at_once(self):
        return self._take()  # finding: [blocking-wait]
