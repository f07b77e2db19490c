# target: 3.12
"""Before Python 3.14 the way out is a process pool."""
from concurrent.futures import ThreadPoolExecutor


def crunch(n):
    total = 0
    for i in range(n):
        total += i * i
    return total


def main():
    pool = ThreadPoolExecutor()
    pool.submit(crunch, 10_000_000)  # finding: [cpu-bound-in-thread-pool]
#   ^^^^^^^^^^^
