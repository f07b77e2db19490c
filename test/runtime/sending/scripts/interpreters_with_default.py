# needs: 3.14
# fails: always
from concurrent.futures import InterpreterPoolExecutor


def work(n=1):
    return n


with InterpreterPoolExecutor(1) as pool:
    print(pool.submit(work).result())
