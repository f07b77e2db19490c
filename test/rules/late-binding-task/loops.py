"""Lambdas and nested functions that workers run later than the loop that hands them over."""

import asyncio
import threading
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor, as_completed, wait

pool = ThreadPoolExecutor()


def load(url, *more):
    return f"{url} {more}"


def hits(urls, pairs, queue):
    futures = []
    for url in urls:
        futures.append(pool.submit(lambda: load(url)))  # finding: [late-binding-task] warning
    #                              ^^^^^^^^^^^^^^^^^
    for url, name in pairs:
        name = name.strip()
        futures.append(pool.submit(lambda: load(url, name)))  # finding: [late-binding-task] warning
    for url in urls:

        def task():
            return load(url)

        futures.append(pool.submit(task))  # finding: [late-binding-task] warning
    for url in urls:
        thread = threading.Thread(target=lambda: load(url))  # finding: [late-binding-task] warning
        thread.start()
    while True:
        item = queue.pop()
        if item is None:
            break
        pool.submit(lambda: print(item))  # finding: [late-binding-task] warning
    for first in urls:
        for second in urls:
            futures.append(pool.submit(lambda: load(first, second)))  # finding: [late-binding-task] warning
        print(first)
    return futures


async def on_the_loop(urls):
    loop = asyncio.get_running_loop()
    jobs = [loop.run_in_executor(None, lambda: load(url)) for url in urls]  # finding: [late-binding-task] warning
    await asyncio.gather(*[asyncio.to_thread(lambda: load(url)) for url in urls])  # finding: [late-binding-task] warning
    await asyncio.gather(*(asyncio.to_thread(lambda: load(url)) for url in urls))  # finding: [late-binding-task] warning
    jobs.extend(list(loop.run_in_executor(pool, lambda: load(url)) for url in urls))  # finding: [late-binding-task] warning
    for url in urls:
        jobs.append(loop.run_in_executor(pool, lambda: load(url)))  # finding: [late-binding-task] warning
    return jobs


def bound(urls, processes: ProcessPoolExecutor, x):
    for url in urls:
        pool.submit(lambda url=url: print(url))  # ok: bound
        pool.submit(print, url)  # ok: passed
        pool.submit(lambda: print(x))  # ok: the same in all rounds
        pool.submit(lambda url: print(url), url)  # ok: its own

        def task(url=url):
            print(url)

        pool.submit(task)  # ok: bound
        processes.submit(lambda: print(url))  # finding: [unsendable-task]


def waited_for(urls, lock):
    results = []
    for url in urls:
        results.append(pool.submit(lambda: load(url)).result())  # ok: waited for at once
    for url in urls:
        future = pool.submit(lambda: load(url))  # ok: waited for in the same round
        results.append(future.result())
    for url in urls:
        with ThreadPoolExecutor() as own:
            own.submit(lambda: print(url))  # ok: leaving the block waits
    for url in urls:
        thread = threading.Thread(target=lambda: load(url))  # ok: joined
        thread.start()
        thread.join()
    for url in urls:
        jobs = [pool.submit(lambda n=n: load(url, n)) for n in range(3)]  # ok: waited for in the same round of `url`
        wait(jobs)
    for url in urls:
        jobs = [pool.submit(lambda n=n: load(url, n)) for n in range(3)]  # ok: waited for in the same round of `url`
        results.extend(job.result() for job in as_completed(jobs))
    for url in urls:
        if url.startswith("https"):
            return pool.submit(lambda: load(url))  # ok: the loop ends here
    return [pool.submit(lambda: load(url)).result() for url in urls]  # ok: waited for at once


async def awaited(urls):
    loop = asyncio.get_running_loop()
    for url in urls:
        await asyncio.to_thread(lambda: load(url))  # ok: awaited
        await loop.run_in_executor(None, lambda: load(url))  # ok: awaited
        await asyncio.wait_for(loop.run_in_executor(None, lambda: load(url)), 1)  # ok: awaited
        job = loop.run_in_executor(None, lambda: load(url))  # ok: awaited below
        print(await job)
    await asyncio.gather(*[asyncio.to_thread(load, url) for url in urls])  # ok: passed
    return [await asyncio.to_thread(lambda: load(url)) for url in urls]  # ok: awaited


def outside(urls):
    url = urls[0]
    pool.submit(lambda: print(url))  # ok: no loop
    for url in urls:
        print(url)
    pool.submit(lambda: print(url))  # ok: behind the loop


def generated(urls):
    for url in urls:
        yield pool.submit(lambda: load(url))  # ok: whoever iterates may wait


def counted(urls):
    done = 0
    for url in urls:

        def task():
            nonlocal done
            done += 1

        pool.submit(task)  # ok: reads nothing of the loop
    return done, url
