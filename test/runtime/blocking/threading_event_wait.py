"""An event of threads on self."""
import threading


class Worker:
    def __init__(self):
        self.stopped = threading.Event()

    def stop(self):
        timer = threading.Timer(0.08, self.stopped.set)
        timer.start()
        self.stopped.wait(5)

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        self.stop()


async def main():
    async with Worker():
        pass
