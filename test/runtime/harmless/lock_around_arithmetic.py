"""A lock that nobody holds for long."""
import threading


class Counter:
    def __init__(self):
        self.lock = threading.Lock()
        self.value = 0

    def add(self, amount):
        with self.lock:
            self.value += amount


async def main():
    counter = Counter()
    counter.add(1)
    assert counter.value == 1
