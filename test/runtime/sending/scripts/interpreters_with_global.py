# needs: 3.14
# fails: always
from concurrent.futures import InterpreterPoolExecutor

LIMIT = 3


def work(n):
    return n + LIMIT


with InterpreterPoolExecutor(1) as pool:
    print(pool.submit(work, 1).result())
