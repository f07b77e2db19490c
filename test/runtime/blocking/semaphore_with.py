"""`with` on a semaphore that a thread holds."""
import threading
import time


class Limited:
    def __init__(self):
        self.semaphore = threading.BoundedSemaphore(1)

    def hold(self, held):
        self.semaphore.acquire()
        held.set()
        time.sleep(0.08)
        self.semaphore.release()

    async def enter(self):
        with self.semaphore:
            pass


async def main():
    limited = Limited()
    held = threading.Event()
    threading.Thread(target=limited.hold, args=(held,)).start()
    while not held.is_set():
        time.sleep(0)
    await limited.enter()
