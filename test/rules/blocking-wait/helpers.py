"""Waits behind helpers, methods and context managers; in a thread they are fine."""
import asyncio
import queue
import threading
from concurrent.futures import Future, ThreadPoolExecutor


class Mailbox:
    def __init__(self):
        self.messages: queue.Queue[str] = queue.Queue()
        self.executor = ThreadPoolExecutor()
        self.thread = threading.Thread(target=self.run)

    def run(self):
        while True:
            self.messages.get()  # ok: the thread's own loop

    def take(self):
        return self.messages.get()

    def submit(self, function) -> Future:
        return self.executor.submit(function)

    def close(self):
        self.thread.join()

    async def main(self):
        self.take()  # finding: [blocking-wait] via self.take > queue.Queue.get
        self.submit(print).result()  # finding: [blocking-wait]
        self.close()  # finding: [blocking-wait] via self.close > threading.Thread.join
        await asyncio.to_thread(self.take)  # ok
        await asyncio.wrap_future(self.submit(print))  # ok
        self.executor.shutdown(wait=False)  # ok
