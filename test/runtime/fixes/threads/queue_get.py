"""What a thread puts into a queue arrives, in its order; so does the error of waiting in vain."""

import queue
import threading
import time

# fix: Run `jobs.get` in a thread


def produce(jobs):
    for job in ("a", "b"):
        time.sleep(0.3)
        jobs.put(job)


async def take(jobs: queue.Queue, timeout=None):
    try:
        return jobs.get(timeout=timeout)
    except queue.Empty:
        return "empty"


async def main():
    jobs = queue.Queue()
    threading.Thread(target=produce, args=(jobs,)).start()
    print(await take(jobs), await take(jobs, 5), await take(jobs, 0.3))
