"""The same sums, in the order of what they are of."""
# fix: Use InterpreterPoolExecutor (Python 3.14)
# stall: none
import asyncio
from concurrent.futures import ThreadPoolExecutor


def crunch(n):
    total = 0
    for i in range(3_000_000):
        total += i % n
    return total


def crunch_all(numbers):
    with ThreadPoolExecutor(max_workers=2) as pool:
        return list(pool.map(crunch, numbers))


async def main():
    print(await asyncio.to_thread(crunch_all, [3, 5, 7]))
