"""Tasks that wait, or whose C code lets go of the GIL, are what threads are for."""
import hashlib
import time
import zlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import requests


def download(urls):
    sizes = 0
    for url in urls:
        for _ in range(3):
            sizes += len(requests.get(url).content) * 2
    return sizes


def poll(count):
    waited = 0
    for i in range(count):
        time.sleep(1)
        waited += i * 2
    return waited


def digest(paths):
    total = 0
    for path in paths:
        total = total * 31 + len(hashlib.sha256(Path(path).read_bytes()).digest())
    return total


def compress(blocks):
    size = 0
    for block in blocks:
        size = size + len(zlib.compress(block)) * 2
    return size


def unknown_calls(items):
    total = 0
    for item in items:
        total += item.compute() * 2
    return total


def main(values):
    with ThreadPoolExecutor() as pool:
        pool.submit(download, values)  # finding: [lost-future-error] information
        pool.submit(poll, 3)  # ok: sleeps
        pool.submit(digest, values)  # finding: [lost-future-error] information
        pool.submit(compress, values)  # ok: zlib releases the GIL
        pool.submit(unknown_calls, values)  # ok: nobody knows what the calls do
