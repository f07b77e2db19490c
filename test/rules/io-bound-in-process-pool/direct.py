"""Tasks that wait need no process."""

import asyncio
import multiprocessing
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

import numpy as np
import requests


def status(url):
    return requests.get(url, timeout=10).status_code


def deeper(url):
    return status(url)


def nap(n):
    time.sleep(n)
    print("slept", n)


def crunches(url):
    total = 0
    for byte in requests.get(url, timeout=10).content:
        total += byte
    return total


def unknown(url):
    return np.fft.fft(requests.get(url, timeout=10).content)


def perhaps(url, is_asked):
    if is_asked:
        return requests.get(url, timeout=10).status_code
    return None


def computes(n):
    return sum(range(n))


def main(urls):
    with ProcessPoolExecutor() as pool:
        list(pool.map(status, urls))  # finding: [io-bound-in-process-pool] information
        #             ^^^^^^
        list(pool.map(deeper, urls))  # finding: [io-bound-in-process-pool] via status > requests.get
        list(pool.map(nap, [1, 2]))  # finding: [io-bound-in-process-pool]
        list(pool.map(crunches, urls))  # ok: it computes, too
        list(pool.map(unknown, urls))  # ok: nobody knows what it does besides
        list(pool.map(perhaps, urls, [True]))  # ok: it may not wait
        list(pool.map(computes, [1]))  # ok
    with multiprocessing.Pool() as pool:
        pool.map(status, urls)  # finding: [io-bound-in-process-pool]
    with ThreadPoolExecutor() as pool:
        list(pool.map(status, urls))  # ok: threads
    multiprocessing.Process(target=nap, args=(1,)).start()  # ok: it can be killed


async def on_loop(pool: ProcessPoolExecutor, url):
    loop = asyncio.get_running_loop()
    await loop.run_in_executor(pool, status, url)  # finding: [io-bound-in-process-pool]
