"""A helper that sleeps keeps its own sleep, in a thread."""

import time

# fix: Run `settle` in a thread


def settle(seconds, steps=2):
    for _ in range(steps):
        time.sleep(seconds / steps)
    return steps


async def main():
    total = 1
    print(total + settle(0.3), -settle(0.3, steps=3), [settle(0.3)][0])
