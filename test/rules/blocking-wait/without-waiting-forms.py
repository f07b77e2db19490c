"""Non-waiting forms kept in constants and on `self`, in loops and conditions; and the waiting ones beside them."""

import asyncio
import multiprocessing
import queue
import subprocess
import threading
from queue import Empty, Full, Queue

NOW = 0


class Bridge:
    def __init__(self):
        self.inbox: Queue[str] = Queue()
        self.outbox = queue.Queue(maxsize=10)
        self.simple = queue.SimpleQueue()
        self.lock = threading.Lock()
        self.limit = threading.BoundedSemaphore(2)
        self.stopped = threading.Event()
        self.thread = threading.Thread(target=self.drain)
        self.process: subprocess.Popen | None = None

    def drain(self):
        while not self.stopped.wait(1):
            self.inbox.get(timeout=1)  # ok: in a thread

    def poll(self):
        try:
            return self.inbox.get(block=False)
        except Empty:
            return None

    def try_lock(self):
        if not self.lock.acquire(blocking=False):
            return False
        self.lock.release()
        return True

    async def run(self, text):
        self.poll()  # ok: does not wait
        self.try_lock()  # ok: does not wait
        while True:
            try:
                self.inbox.get_nowait()  # ok
            except queue.Empty:
                break
        try:
            self.outbox.put(text, block=False)  # ok
            self.outbox.put_nowait(text)  # ok
            self.outbox.put(text, False)  # ok
        except Full:
            self.outbox.put(text)  # todo-finding: [blocking-wait] the bound of the queue is seen in its constructor: the row leaves `put` out altogether
        self.simple.put(text)  # ok: has no bound
        self.simple.get()  # finding: [blocking-wait]
        if self.limit.acquire(blocking=False):  # ok
            self.limit.release()  # ok
        self.limit.acquire()  # finding: [blocking-wait]
        self.stopped.wait(NOW)  # ok
        self.stopped.wait(timeout=NOW)  # ok
        self.stopped.wait(0.5)  # finding: [blocking-wait]
        self.thread.join(0)  # ok
        self.thread.join(NOW)  # ok
        self.thread.join(0.1)  # finding: [blocking-wait]
        if self.process is not None and self.process.poll() is not None:
            self.process.wait()  # ok: it has ended


async def processes(process: multiprocessing.Process, connection, stopped: multiprocessing.Event):
    process.join(timeout=0)  # ok
    if not process.is_alive():
        process.join()  # ok: it has ended
    process.join()  # todo-finding: [blocking-wait] who asks anywhere in the function is believed everywhere in it (`asksFirst`)
    stopped.is_set()  # ok
    connection.poll(0)  # ok: nobody knows what it is


async def conditions(condition: threading.Condition, barrier: threading.Barrier, timer: threading.Timer):
    condition.notify_all()  # ok
    condition.wait_for(lambda: True, timeout=0)  # ok
    condition.wait_for(lambda: True)  # finding: [blocking-wait]
    barrier.wait()  # finding: [blocking-wait]
    timer.cancel()  # ok
    await asyncio.sleep(0)
