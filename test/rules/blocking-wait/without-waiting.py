"""Calls that are told not to wait."""
import concurrent.futures
import queue
import select
import threading
import time

lock = threading.Lock()
jobs = queue.Queue()
ready = threading.Event()


def hold():
    with lock:
        time.sleep(1)


async def polls(sockets, future: concurrent.futures.Future):
    lock.acquire(blocking=False)  # ok
    lock.acquire(False)  # ok
    lock.acquire(timeout=0)  # ok
    lock.acquire(timeout=5)  # finding: [blocking-wait]
    lock.acquire(True)  # finding: [blocking-wait]
    jobs.get_nowait()  # ok
    jobs.get(False)  # ok
    jobs.get(block=False)  # ok
    jobs.get(timeout=0)  # ok
    jobs.get(timeout=1)  # finding: [blocking-wait]
    ready.wait(0)  # ok
    ready.wait(timeout=0)  # ok
    ready.wait(timeout=0.0)  # ok
    threading.Thread(target=print).join(timeout=0)  # ok
    select.select(sockets, [], [], 0)  # ok
    select.select(sockets, [], [])  # finding: [blocking-wait]
    future.result(timeout=0)  # ok
    if future.done():
        future.result()  # ok: it is done


async def told_by_the_caller(blocking: bool, options):
    lock.acquire(blocking)  # ok: may be told not to wait
    lock.acquire(*options)  # ok: may be told not to wait
    jobs.get(**options)  # ok
