"""The pauses of asyncio are as long; the loops around them run as often."""

import time

# fix: Use asyncio.sleep


async def poll(ready, pause):
    for attempt in range(3):
        if ready(attempt):
            return attempt
        time.sleep(pause)
    return None


async def main():
    begin = time.monotonic()
    print(await poll(lambda attempt: attempt == 2, 0.3))
    print(await poll(lambda attempt: False, pause=0.25))
    time.sleep(0.3)
    print(round(time.monotonic() - begin, 1) >= 1.6)
