"""A dataclass field's factory runs when an instance is made."""
import time
from dataclasses import dataclass, field


def measure():
    time.sleep(0.08)
    return 1


@dataclass
class Sample:
    value: int = field(default_factory=measure)


async def main():
    assert Sample().value == 1
