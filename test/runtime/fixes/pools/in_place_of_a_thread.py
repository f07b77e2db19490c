"""The same sums: a thread keeps the loop going, too, so there is no stall to lose."""
# fix: Run `crunch` in a pool of interpreters (Python 3.14)
# stall: none
import asyncio


def crunch(n):
    total = 0
    for i in range(12_000_000):
        total += i % n
    return total


async def main():
    print(await asyncio.to_thread(crunch, 7))
    print(await asyncio.to_thread(crunch, n=3))
