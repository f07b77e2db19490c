"""A coroutine that runs on the loop of another thread: its result, without waiting for it here."""
# fix: Await the future

import asyncio
import threading


async def slow():
    await asyncio.sleep(0.3)
    return "done"


async def main():
    other = asyncio.new_event_loop()
    thread = threading.Thread(target=other.run_forever)
    thread.start()
    print(asyncio.run_coroutine_threadsafe(slow(), other).result())
    other.call_soon_threadsafe(other.stop)
    await asyncio.to_thread(thread.join)
    other.close()
