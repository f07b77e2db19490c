# free-threaded
"""Without the GIL, threads compute in parallel."""
from concurrent.futures import ThreadPoolExecutor


def crunch(n):
    total = 0
    for i in range(n):
        total += i * i
    return total


def main():
    with ThreadPoolExecutor() as pool:
        pool.submit(crunch, 10_000_000)  # ok: no GIL
