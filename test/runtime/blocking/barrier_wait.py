"""A barrier of threads."""
import threading

barrier = threading.Barrier(2)


async def main():
    threading.Timer(0.08, barrier.wait).start()
    barrier.wait(5)
