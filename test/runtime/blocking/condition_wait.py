"""A condition in a base class of another name."""
import threading


class Signal:
    def __init__(self):
        self._condition = threading.Condition()

    def wait(self, seconds):
        with self._condition:
            return self._condition.wait(timeout=seconds)


async def main():
    signal = Signal()
    assert not signal.wait(0.08)
