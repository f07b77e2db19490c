# target: 3.13
"""Before Python 3.14 a process of its own is forked on Linux: it has all its parent has. A pool's tasks are pickled all the same."""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor


def processes(pool: ProcessPoolExecutor):
    multiprocessing.Process(target=lambda: 1).start()  # ok: inherited
    multiprocessing.get_context("spawn").Process(target=lambda: 1).start()  # finding: [unsendable-task]
    print(pool.submit(lambda: 1))  # finding: [unsendable-task]
