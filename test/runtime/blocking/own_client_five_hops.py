"""Five hops: a facade, a service, a repository, a transport, a socket."""
import os
import socket


class Transport:
    def __init__(self, port):
        self.port = port

    def exchange(self):
        with socket.create_connection(("127.0.0.1", self.port)) as sock:
            return sock.recv(64)


class Repository:
    def __init__(self, transport: Transport):
        self.transport = transport

    def greeting(self):
        return self.transport.exchange().decode()


class Service:
    def __init__(self, repository: "Repository"):
        self.repository = repository

    def greet(self):
        return self.repository.greeting()


class Facade:
    service: Service

    def __init__(self):
        self.service = Service(Repository(Transport(int(os.environ["SLOW_LINES"]))))

    def hello(self):
        return self.service.greet()


async def main():
    assert Facade().hello().startswith("220")
