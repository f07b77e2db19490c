# needs: 3.14
# fails: never
from concurrent.futures import InterpreterPoolExecutor


def work(n):
    return n


with InterpreterPoolExecutor(1) as pool:
    print(pool.submit(work, 1).result())
