"""What is only made starts nothing; the executor waits for its first task."""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing.pool import ThreadPool


def work(n):
    return n


pool = ProcessPoolExecutor()  # ok: starts its workers with the first task
process = multiprocessing.Process(target=work)  # ok: not started
threads = ThreadPool(2)  # ok: threads
with ThreadPoolExecutor() as executor:
    executor.submit(work, 1)  # ok: threads

if multiprocessing.parent_process() is None:
    pool.submit(work, 1)  # ok: not in a worker


def submit():
    return pool.submit(work, 1)  # ok: whoever calls it
