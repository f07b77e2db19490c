"""The few modules of the standard library that do not load."""

from concurrent.futures import InterpreterPoolExecutor


def traced(n):
    import tracemalloc

    tracemalloc.start()
    return n


def run():
    with InterpreterPoolExecutor() as pool:
        print(pool.submit(traced, 1))  # finding: [interpreter-unsafe-import]
