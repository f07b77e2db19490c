"""Loops that wait for each task before the next."""

import multiprocessing
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing.pool import ThreadPool

pool = ThreadPoolExecutor()


def load(url, so_far=None):
    return f"{url} {so_far}"


def hits(urls, executor: Executor):
    results = [pool.submit(load, url).result() for url in urls]  # finding: [serialised-futures] warning
    #          ^^^^^^^^^^^
    by_url = {url: executor.submit(load, url).result() for url in urls}  # finding: [serialised-futures] warning
    for url in urls:
        results.append(pool.submit(load, url).result())  # finding: [serialised-futures] warning
    for number, url in enumerate(urls):
        if number > 2:
            result = executor.submit(load, url).result()  # finding: [serialised-futures] warning
            print(result)
    with ProcessPoolExecutor() as processes:
        for url in urls:
            print(processes.submit(load, url).result())  # finding: [serialised-futures] warning
    with multiprocessing.Pool() as workers:
        results += [workers.apply(load, (url,)) for url in urls]  # finding: [serialised-futures] warning
        for url in urls:
            results.append(workers.apply_async(load, (url,)).get())  # finding: [serialised-futures] warning
    with ThreadPool(4) as threads:
        for url in urls:
            threads.apply(load, (url,))  # finding: [serialised-futures] warning
    return results, by_url


def near_misses(urls, given):
    futures = [pool.submit(load, url) for url in urls]  # ok: all at once
    results = [future.result() for future in futures]  # ok: collected
    results.append(pool.submit(load, "a").result())  # ok: no loop
    so_far = None
    for url in urls:
        so_far = pool.submit(load, url, so_far).result()  # ok: each needs the one before
    for url in urls:
        results.append(pool.submit(load, url).result(timeout=5))  # ok: for the time limit
    while True:
        results.append(pool.submit(load, results).result())  # ok: nobody knows how often
        if results:
            break
    for _ in range(3):
        results.append(pool.submit(load, "a").result())  # ok: tries again
    for url in urls:
        results.append(given.submit(load, url).result())  # ok: nobody knows what it is
    with multiprocessing.Pool() as workers:
        results += workers.map(load, urls)  # ok: all at once
        jobs = [workers.apply_async(load, (url,)) for url in urls]  # ok: all at once
        results += [job.get() for job in jobs]  # ok: collected
    return results
