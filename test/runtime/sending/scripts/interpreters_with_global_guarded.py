# needs: 3.14
# fails: never
from concurrent.futures import InterpreterPoolExecutor

LIMIT = 3


def work(n):
    return n + LIMIT


if __name__ == "__main__":
    with InterpreterPoolExecutor(1) as pool:
        print(pool.submit(work, 1).result())
