"""A selector of our own inside the loop's turn."""
import selectors
import socket


class Poller:
    def __init__(self):
        self.selector = selectors.DefaultSelector()

    def poll(self):
        return self.selector.select(timeout=0.08)


async def main():
    ours, theirs = socket.socketpair()
    with ours, theirs:
        poller = Poller()
        poller.selector.register(ours, selectors.EVENT_READ)
        assert poller.poll() == []
