"""Several offloads as tasks."""
import asyncio
import time


def nap(seconds):
    time.sleep(seconds)


async def main():
    async with asyncio.TaskGroup() as group:
        for _ in range(3):
            group.create_task(asyncio.to_thread(nap, 0.05))
