# fails: since 3.14
from concurrent.futures import ProcessPoolExecutor


def work(n):
    return n


with ProcessPoolExecutor(1) as pool:
    print(pool.submit(work, 1).result())
