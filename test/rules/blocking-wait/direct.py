"""Waiting for other threads in a coroutine."""
import multiprocessing
import queue
import threading
from concurrent.futures import Future, as_completed, wait

lock = threading.Lock()
idle = threading.Lock()
jobs = queue.Queue()
ready = threading.Event()


async def waits(future: Future, futures: list[Future]):
    lock.acquire()  # finding: [blocking-wait]
#   ^^^^^^^^^^^^
    idle.acquire()  # ok: nobody else takes it
    jobs.get()  # finding: [blocking-wait]
    jobs.join()  # finding: [blocking-wait]
    ready.wait()  # finding: [blocking-wait]
    ready.wait(5)  # finding: [blocking-wait]
    future.result()  # finding: [blocking-wait]
    wait(futures)  # finding: [blocking-wait]
    for done in as_completed(futures):  # finding: [blocking-wait]
        print(done)
    thread = threading.Thread(target=print)
    thread.start()  # ok: returns at once
    thread.join()  # finding: [blocking-wait]
    process = multiprocessing.Process(target=print)
    process.join()  # finding: [blocking-wait]


async def looks():
    ready.set()  # ok
    ready.is_set()  # ok
    jobs.put_nowait(1)  # ok
    jobs.put(1)  # ok: the queue has no bound
    jobs.qsize()  # ok
    lock.release()  # ok


def on_a_thread():
    ready.wait()  # ok: nothing says that a loop runs this
    with lock:
        ready.wait()
