"""A script whose first lines start workers: each imports it again."""

from concurrent.futures import ProcessPoolExecutor


def square(n):
    return n * n


with ProcessPoolExecutor() as pool:
    print(list(pool.map(square, range(10))))  # finding: [missing-main-guard] error
    future = pool.submit(square, 2)  # ok: said once a file

if __name__ == "__main__":
    with ProcessPoolExecutor() as pool:
        print(list(pool.map(square, range(10))))  # ok: guarded
