"""Work that nobody awaited is done all the same; awaiting it changes when."""
# fix: Await it
# stall: none, because nothing waits for the thread

import asyncio
import time

seen = []


def note(text):
    time.sleep(0.1)
    seen.append(text)


async def main():
    asyncio.get_running_loop().run_in_executor(None, note, "a")
    await asyncio.sleep(0.5)
    print(seen)
