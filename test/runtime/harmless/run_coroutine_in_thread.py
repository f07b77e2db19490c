"""A thread with a loop of its own: what is nested there is not nested here."""
import asyncio
import time


async def job():
    await asyncio.sleep(0.05)


def run():
    asyncio.run(job())
    time.sleep(0.01)


async def main():
    await asyncio.to_thread(run)
