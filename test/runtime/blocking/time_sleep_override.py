"""The base's method is abstract; the one subclass sleeps."""
import time
from abc import ABC, abstractmethod


class Driver(ABC):
    @abstractmethod
    def settle(self) -> None: ...

    async def move(self):
        self.settle()


class Stepper(Driver):
    def settle(self) -> None:
        time.sleep(0.08)


async def main():
    await Stepper().move()
