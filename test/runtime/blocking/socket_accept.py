"""Waiting for somebody to connect."""
import socket


async def main():
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        server.settimeout(0.08)
        try:
            server.accept()
        except TimeoutError:
            pass
