"""A thread is waited for in another: what it has done is there."""
# fix: Run `thread.join` in a thread

import asyncio
import threading
import time


async def main():
    done = []

    def task():
        time.sleep(0.3)
        done.append("done")

    thread = threading.Thread(target=task)
    thread.start()
    thread.join()
    print(done)
