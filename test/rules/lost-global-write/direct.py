"""Workers have globals of their own, and copies of what they are given."""

import multiprocessing
import threading
from concurrent.futures import InterpreterPoolExecutor, ProcessPoolExecutor, ThreadPoolExecutor

RESULTS = []
CACHE = {}
SHARED = {}
counter = 0
total = 0


def append(n):
    RESULTS.append(n)


def store(n):
    SHARED[n] = n * n


def cached(n):
    if n not in CACHE:
        CACHE[n] = n * n
    return CACHE[n]


def count(n):
    global counter
    counter += n


def count_only(n):
    global total
    total += n
    return total


def pure(n):
    found = []
    found.append(n)
    return found


def fill(target, n):
    target.append(n)


def read(values):
    return len(values)


def processes():
    with ProcessPoolExecutor() as pool:
        list(pool.map(append, range(10)))  # finding: [lost-global-write] warning
        #             ^^^^^^
        list(pool.map(store, range(10)))  # finding: [lost-global-write]
        list(pool.map(count, range(10)))  # finding: [lost-global-write]
        list(pool.map(cached, range(10)))  # ok: a cache of the worker's own
        list(pool.map(count_only, range(10)))  # ok: nobody here reads it
        list(pool.map(pure, range(10)))  # ok: a local
    print(RESULTS, SHARED, counter)


def interpreters():
    with InterpreterPoolExecutor() as pool:
        list(pool.map(append, range(10)))  # finding: [lost-global-write]
    return len(RESULTS)


def threads():
    with ThreadPoolExecutor() as pool:
        list(pool.map(append, range(10)))  # ok: threads share it
    threading.Thread(target=append, args=(1,)).start()  # ok
    return len(RESULTS)


def own_process():
    process = multiprocessing.Process(target=count, args=(1,))  # finding: [lost-global-write]
    process.start()
    process.join()
    return counter


def before():
    print(RESULTS)
    with ProcessPoolExecutor() as pool:
        list(pool.map(append, range(10)))  # ok: read before only


def collects():
    with ProcessPoolExecutor() as pool:
        for result in pool.map(append, range(10)):  # ok: it fills the list itself, too
            RESULTS.append(result)
    return RESULTS


def arguments():
    target = []
    with ProcessPoolExecutor() as pool:
        print(pool.submit(fill, target, 1).exception())  # finding: [lost-global-write]
        print(pool.submit(read, target).exception())  # ok: changes nothing
    return target


def arguments_forgotten():
    target = []
    with ProcessPoolExecutor() as pool:
        print(pool.submit(fill, target, 1).exception())  # ok: nobody reads it
    target = [1]
    return target


def arguments_shared():
    target = multiprocessing.Manager().list()
    with ProcessPoolExecutor() as pool:
        print(pool.submit(fill, target, 1).exception())  # ok: a proxy
    return target
