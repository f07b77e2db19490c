"""A coroutine on another thread's loop, waited for on ours."""
import asyncio
import threading

other = asyncio.new_event_loop()
threading.Thread(target=other.run_forever, daemon=True).start()


def run_elsewhere(coroutine):
    return asyncio.run_coroutine_threadsafe(coroutine, other).result()


async def main():
    run_elsewhere(asyncio.sleep(0.08))
