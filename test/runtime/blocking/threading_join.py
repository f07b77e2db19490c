"""Waiting for a thread that does the blocking."""
import threading
import time


async def main():
    thread = threading.Thread(target=time.sleep, args=(0.08,))
    thread.start()
    thread.join()
