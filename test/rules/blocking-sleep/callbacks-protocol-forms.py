"""Protocols of asyncio in other forms: datagrams, processes, buffers, own bases, made by factories."""

import asyncio
import time
from asyncio import BufferedProtocol, DatagramProtocol, SubprocessProtocol


class Datagrams(DatagramProtocol):
    def datagram_received(self, data, address):
        self.handle(data)  # finding: [blocking-sleep] via self.handle > time.sleep

    def error_received(self, error):
        time.sleep(1)  # finding: [blocking-sleep]

    def handle(self, data):
        time.sleep(1)


class Process(SubprocessProtocol):
    def pipe_data_received(self, fd, data):
        time.sleep(1)  # finding: [blocking-sleep]

    def process_exited(self):
        time.sleep(1)  # finding: [blocking-sleep]


class Buffered(BufferedProtocol):
    def get_buffer(self, sizehint):
        time.sleep(1)  # finding: [blocking-sleep]
        return bytearray(sizehint)

    def buffer_updated(self, nbytes):
        time.sleep(1)  # finding: [blocking-sleep]

    def eof_received(self):
        asyncio.get_running_loop().run_in_executor(None, time.sleep, 1)  # ok


class BaseLine(asyncio.Protocol):
    def connection_lost(self, error):
        time.sleep(1)  # finding: [blocking-sleep]

    def data_received(self, data):
        for line in data.splitlines():
            self.line_received(line)  # finding: [blocking-sleep] via self.line_received > time.sleep

    def line_received(self, line):
        raise NotImplementedError


class Chat(BaseLine):
    def connection_made(self, transport):
        time.sleep(1)  # finding: [blocking-sleep]

    def line_received(self, line):
        time.sleep(1)

    def pause_writing(self):
        time.sleep(1)  # finding: [blocking-sleep]

    def unused(self):
        time.sleep(1)  # ok: the loop does not call it


def slow_factory():
    time.sleep(1)  # finding: [blocking-sleep]
    return Chat()


class Plain:
    """Looks like a protocol, and nobody gives it to a loop."""

    def data_received(self, data):
        time.sleep(1)  # ok: no protocol


async def main():
    loop = asyncio.get_running_loop()
    await loop.create_connection(slow_factory, 'localhost', 80)
    await loop.create_datagram_endpoint(lambda: Datagrams(), local_addr=('', 0))
    await loop.subprocess_exec(Process, 'ls')
    await asyncio.start_server(on_client, 'localhost', 80)


def on_client(reader, writer):
    time.sleep(1)  # finding: [blocking-sleep]
