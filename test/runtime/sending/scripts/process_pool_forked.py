# fails: never
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context


def work(n):
    return n


with ProcessPoolExecutor(1, mp_context=get_context("fork")) as pool:
    print(pool.submit(work, 1).result())
