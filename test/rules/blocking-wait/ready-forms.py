"""Results that are there already: of awaited tasks, finished groups, callbacks, futures that were asked."""

import asyncio
import concurrent.futures
import queue
import threading
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor


async def of_tasks(coroutines):
    tasks = [asyncio.create_task(each) for each in coroutines]
    done, pending = await asyncio.wait(tasks, return_when=FIRST_COMPLETED)
    for task in done:
        print(task.result())  # ok: an asyncio task
    first = done.pop()
    first.result()  # ok
    await asyncio.gather(*tasks, return_exceptions=True)
    results = [task.result() for task in tasks]  # ok
    by_name = {task.get_name(): task for task in tasks}
    by_name['a'].result()  # ok
    return results, pending


async def of_groups(coroutines):
    async with asyncio.TaskGroup() as group:
        one = group.create_task(asyncio.sleep(1))
        others = [group.create_task(each) for each in coroutines]
    one.result()  # ok
    return [other.result() for other in others]  # ok


class Watcher:
    def __init__(self):
        self.task = None
        self.future: asyncio.Future | None = None
        self.pool = ThreadPoolExecutor()

    def start(self):
        self.task = asyncio.create_task(asyncio.sleep(1))
        self.task.add_done_callback(self._done)
        self.future = asyncio.get_running_loop().create_future()
        self.future.add_done_callback(lambda future: future.result())  # ok

    def _done(self, task):
        task.result()  # ok: an asyncio task, and done
        self.task.result()  # ok

    async def run(self):
        if self.future is not None and self.future.done():
            return self.future.result()  # ok
        job = asyncio.get_running_loop().run_in_executor(self.pool, print)
        await job
        return job.result()  # ok: asyncio's

    async def from_pool(self):
        future = self.pool.submit(print)
        await asyncio.wrap_future(future)
        return future.result()  # ok: awaited through `wrap_future`

    async def from_pool_asked(self):
        future = self.pool.submit(print)
        while not future.done():
            await asyncio.sleep(0.1)
        return future.result()  # ok: it is done

    async def from_pool_at_once(self):
        future = self.pool.submit(print)
        return future.result()  # finding: [blocking-wait]


def on_done(future: Future):
    future.result()  # ok: it is done when its callback runs


async def with_callback(pool: ThreadPoolExecutor):
    pool.submit(print).add_done_callback(on_done)
    pool.submit(print).add_done_callback(lambda future: future.result())  # ok: it is done when its callback runs


async def many(pool: ThreadPoolExecutor, jobs):
    futures = [pool.submit(job) for job in jobs]
    await asyncio.gather(*(asyncio.wrap_future(future) for future in futures))
    finished = [future.result() for future in futures if future.done()]  # ok: it is done
    all_of_them = [future.result() for future in futures]  # ok: they were awaited
    pending: set[concurrent.futures.Future] = set(futures)
    return finished, all_of_them, pending


async def joined_in_a_thread(pool: ThreadPoolExecutor, thread: threading.Thread, inbox: queue.Queue, jobs):
    futures = [pool.submit(job) for job in jobs]
    await asyncio.to_thread(concurrent.futures.wait, futures)
    for future in futures:
        future.result()  # ok: all were waited for in a thread
    await asyncio.to_thread(thread.join)
    thread.join()  # ok: it was joined in a thread
    for _ in range(inbox.qsize()):
        inbox.get()  # ok: asked for
