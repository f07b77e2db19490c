"""A generator that is consumed on the loop, through `sorted` and a key."""
import time


def readings(count):
    for index in range(count):
        time.sleep(0.04)
        yield index


async def main():
    assert sorted(readings(2), reverse=True) == [1, 0]
