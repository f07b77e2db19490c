"""A module that is imported under its own name: workers do the same, and run nothing twice."""

from concurrent.futures import InterpreterPoolExecutor

LIMIT = 3


def needs(n):
    return n * LIMIT


def pool():
    return InterpreterPoolExecutor()


with InterpreterPoolExecutor() as workers:
    workers.submit(needs, 1)  # ok: `main` imports this module
