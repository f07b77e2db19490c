"""All that was put into a queue is done when `join` returns."""

import queue
import threading
import time

# fix: Run `jobs.join` in a thread


def consume(jobs, done):
    while (job := jobs.get()) is not None:
        time.sleep(0.15)
        done.append(job)
        jobs.task_done()


async def main():
    jobs = queue.Queue()
    done = []
    threading.Thread(target=consume, args=(jobs, done), daemon=True).start()
    for job in ("a", "b"):
        jobs.put(job)
    jobs.join()
    print(done)
    jobs.put(None)
