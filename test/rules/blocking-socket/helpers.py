"""Sockets kept on `self` and used by methods."""
import asyncio
import socket


class Client:
    def __init__(self, host):
        self.socket = socket.create_connection((host, 80))

    def ask(self, question):
        self.socket.sendall(question)
        return self.socket.recv(100)

    async def run(self, question):
        self.ask(question)  # finding: [blocking-socket]
        await asyncio.to_thread(self.ask, question)  # ok
        self.socket.fileno()  # ok


async def main(host):
    Client(host)  # finding: [blocking-socket] via Client > socket.create_connection
