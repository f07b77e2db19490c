"""The module of a task is imported in the worker, where the task needs anything of it."""

import asyncio
import functools
import json
from concurrent.futures import InterpreterPoolExecutor, ProcessPoolExecutor

import httpx
import numpy as np

LIMIT = 3


def total(values):
    return float(np.sum(values))


def limited(value):
    return value + LIMIT


def alone(value):
    return value * 2


def with_default(value=1):
    return value


def imports_itself(value):
    import lxml.etree

    return value


def imports_json(value):
    import json

    return value


class Worker:
    def work(self):
        return 1


async def main(values):
    with InterpreterPoolExecutor() as pool:
        print(pool.submit(total, values))  # finding: [interpreter-unsafe-import] error
        #                 ^^^^^
        print(pool.submit(limited, 1))  # finding: [interpreter-unsafe-import]
        print(pool.submit(with_default))  # finding: [interpreter-unsafe-import]
        print(pool.submit(Worker().work))  # finding: [interpreter-unsafe-import]
        print(pool.submit(functools.partial(alone, 1)))  # finding: [interpreter-unsafe-import]
        print(pool.submit(alone, 1))  # ok: sent as its code, without the module
        print(pool.submit(lambda: 1))  # ok: the same
        print(pool.submit(imports_itself, 1))  # finding: [interpreter-unsafe-import]
        print(pool.submit(imports_json, 1))  # ok: most of the standard library loads
        print(pool.submit(json.dumps, values))  # ok: a function of another module
        await asyncio.get_running_loop().run_in_executor(pool, total, values)  # finding: [interpreter-unsafe-import]
        httpx.codes.get_reason_phrase(200)


def processes(values):
    with ProcessPoolExecutor() as pool:
        print(pool.submit(total, values))  # ok: a process of its own
