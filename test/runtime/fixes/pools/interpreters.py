"""The same sums, in the same order, while other tasks run."""
# fix: Run `crunch` in a pool of interpreters (Python 3.14)
import asyncio


def crunch(n):
    total = 0
    for i in range(12_000_000):
        total += i % n
    return total


async def tick():
    await asyncio.sleep(0)
    return "ticked"


async def main():
    print(crunch(7))
    print(await asyncio.gather(tick(), tick()))
    total = crunch(n=3) + 1
    print(total, len(str(total)))
