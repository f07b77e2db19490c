"""Processes and interpreters compute in parallel."""
from concurrent.futures import InterpreterPoolExecutor, ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import Pool


def crunch(n):
    total = 0
    for i in range(n):
        total += i * i
    return total


class Executor:
    def submit(self, function, *args):
        return function(*args)


def main(given, own: Executor):
    with ProcessPoolExecutor() as pool:
        pool.submit(crunch, 1)  # ok: processes
    with InterpreterPoolExecutor() as pool:
        pool.map(crunch, [1])  # ok: interpreters
    with Pool() as pool:
        pool.map(crunch, [1])  # ok: processes
    given.submit(crunch, 1)  # ok: nobody knows which pool
    own.submit(crunch, 1)  # ok: the project's own
    with ThreadPoolExecutor() as pool:
        pool.submit(crunch, 1)  # finding: [cpu-bound-in-thread-pool]
