"""select with a timeout sleeps."""
import select
import socket


def readable(sock, timeout):
    ready, _, _ = select.select([sock], [], [], timeout)
    return bool(ready)


async def main():
    ours, theirs = socket.socketpair()
    with ours, theirs:
        assert not readable(ours, 0.08)
