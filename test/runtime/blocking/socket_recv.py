"""A socket on self, read in a method."""
import os
import socket


class Line:
    def __init__(self, port):
        self.sock = socket.create_connection(("127.0.0.1", port), timeout=5)

    def read(self):
        return self.sock.recv(1024)

    def close(self):
        self.sock.close()


async def main():
    line = Line(int(os.environ["SLOW_LINES"]))
    assert line.read().startswith(b"220")
    line.close()
