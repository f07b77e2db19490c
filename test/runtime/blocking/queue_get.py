"""A queue that a thread fills."""
import queue
import threading


class Inbox:
    def __init__(self):
        self.messages: "queue.Queue[str]" = queue.Queue()

    def next(self):
        return self.messages.get(timeout=5)


async def main():
    inbox = Inbox()
    threading.Timer(0.08, inbox.messages.put, ["hello"]).start()
    assert inbox.next() == "hello"
