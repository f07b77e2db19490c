"""Queues, events, locks and conditions of asyncio have the names of those of threads."""
import asyncio


class Worker:
    def __init__(self):
        self.jobs = asyncio.Queue()
        self.done = asyncio.Event()
        self.lock = asyncio.Lock()

    async def run(self):
        job = await self.jobs.get()
        async with self.lock:
            await asyncio.sleep(job)
        self.jobs.task_done()
        self.done.set()


async def main():
    worker = Worker()
    task = asyncio.create_task(worker.run())
    worker.jobs.put_nowait(0.05)
    await worker.done.wait()
    await worker.jobs.join()
    await task
    assert task.result() is None
