"""A pool of interpreters runs the script again for a task that needs anything of it."""

from concurrent.futures import InterpreterPoolExecutor

LIMIT = 3


def alone(n):
    return n * 2


def needs(n):
    return n * LIMIT


with InterpreterPoolExecutor() as pool:
    pool.submit(abs, -1)  # ok: not of the script
    pool.submit(alone, 1)  # ok: nothing but its code
    pool.submit(needs, 1)  # finding: [missing-main-guard]
