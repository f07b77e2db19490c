# needs: 3.14
# fails: always
from concurrent.futures import InterpreterPoolExecutor


class Point:
    pass


def make():
    return Point()


if __name__ == "__main__":
    with InterpreterPoolExecutor(1) as pool:
        print(pool.submit(make).result())
