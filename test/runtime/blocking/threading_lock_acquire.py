"""A lock that a thread holds."""
import threading
import time

lock = threading.Lock()


def hold(held):
    with lock:
        held.set()
        time.sleep(0.08)


async def main():
    held = threading.Event()
    threading.Thread(target=hold, args=(held,)).start()
    while not held.is_set():
        time.sleep(0)
    lock.acquire()
    lock.release()
