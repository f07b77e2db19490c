"""Waits for another thread: whether it came in time."""

import threading

# fix: Run `ready.wait` in a thread


async def came(ready: threading.Event, patience):
    return ready.wait(timeout=patience)


async def main():
    ready = threading.Event()
    print(await came(ready, 0.3))
    threading.Timer(0.3, ready.set).start()
    print(await came(ready, 5))
