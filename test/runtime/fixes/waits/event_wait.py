"""An event that another thread sets: whether it was set in time."""
# fix: Run `ready.wait` in a thread

import asyncio
import threading


async def main():
    ready = threading.Event()
    threading.Timer(0.3, ready.set).start()
    print(ready.wait(5))
    never = threading.Event()
    print(never.is_set())
