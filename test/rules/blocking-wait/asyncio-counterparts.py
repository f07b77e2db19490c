"""Locks, queues, events and futures of asyncio have the same names as those of threading."""
import asyncio
from asyncio import Event, Lock, Queue

lock = Lock()
jobs = Queue()


class Worker:
    def __init__(self):
        self.ready = asyncio.Event()
        self.jobs: asyncio.Queue[int] = asyncio.Queue()
        self.tasks: set[asyncio.Task] = set()

    async def run(self, other: Event):
        await lock.acquire()  # ok
        async with lock:  # ok
            await jobs.get()  # ok
        await self.ready.wait()  # ok
        await asyncio.wait_for(self.jobs.get(), 1)  # ok
        waiter = asyncio.create_task(other.wait())  # ok
        await jobs.join()  # ok
        self.jobs.put_nowait(1)  # ok
        await waiter


async def results(tasks):
    done, _ = await asyncio.wait(tasks)  # ok
    task = asyncio.create_task(asyncio.sleep(1))
    await task
    task.result()  # ok: an asyncio task is asked, never waited for
    future = asyncio.get_running_loop().create_future()
    future.result()  # ok
    for finished in asyncio.as_completed(tasks):  # ok
        await finished
    return [item.result() for item in done]  # ok
