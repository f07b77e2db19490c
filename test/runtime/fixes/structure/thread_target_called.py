"""The target runs once, with its arguments, and is done when the thread is."""
# fix: Hand over the function

import asyncio
import threading
import time

seen = []


def note(text, mark="."):
    time.sleep(0.3)
    seen.append(text + mark)


async def main():
    thread = threading.Thread(target=note("a", mark="!"))
    thread.start()
    await asyncio.to_thread(thread.join)
    print(seen)
