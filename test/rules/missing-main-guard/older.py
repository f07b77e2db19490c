# target: 3.13
"""Before Python 3.14 it works on Linux, which forked."""

from concurrent.futures import ProcessPoolExecutor


def work(n):
    return n


pool = ProcessPoolExecutor()
pool.submit(work, 1)  # finding: [missing-main-guard] information
