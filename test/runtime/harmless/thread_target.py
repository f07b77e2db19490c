"""A thread's own loop blocks the thread."""
import asyncio
import queue
import threading
import time


class Recorder:
    def __init__(self):
        self.events = queue.Queue()
        self.thread = threading.Thread(target=self.run, daemon=True)
        self.seen = []

    def start(self):
        self.thread.start()

    def run(self):
        while (event := self.events.get()) is not None:
            time.sleep(0.05)
            self.seen.append(event)


async def main():
    recorder = Recorder()
    recorder.start()
    recorder.events.put("a")
    recorder.events.put_nowait(None)
    while not recorder.seen:
        await asyncio.sleep(0.01)
