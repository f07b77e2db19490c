"""A deliberate wait in clean-up is found, and can be silenced with a reason."""
import asyncio
import threading


async def run(thread: threading.Thread):
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        thread.join()  # finding: [blocking-wait]
        raise
    finally:
        thread.join()  # offloop: ignore[blocking-wait] awaiting here could be cancelled again
