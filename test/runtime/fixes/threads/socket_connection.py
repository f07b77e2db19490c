"""Calls of one socket, one after the other, in threads."""

import os
import socket
from urllib.parse import urlsplit

# fix: Run `connection.recv` in a thread

SERVER = urlsplit(os.environ["HTTP_SERVER"])


async def ask(path):
    connection = connect()
    connection.sendall(f"GET {path} HTTP/1.1\r\nHost: test\r\n\r\n".encode())
    answer = connection.recv(4096)
    connection.close()
    return answer.split(b"\r\n")[0]


def connect():
    return socket.create_connection((SERVER.hostname, SERVER.port), timeout=5)


async def main():
    print(await ask("/empty"))
    print(await ask("/404"))
