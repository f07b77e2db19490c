# fails: never
from concurrent.futures import ProcessPoolExecutor


def work(n):
    return n


if __name__ == "__main__":
    with ProcessPoolExecutor(1) as pool:
        print(pool.submit(work, 1).result())
