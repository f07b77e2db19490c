"""What a class of the script makes does not come back from an interpreter; from a process it does."""

from concurrent.futures import InterpreterPoolExecutor, ProcessPoolExecutor


class Point:
    def __init__(self, x):
        self.x = x


def make():
    return Point(1)


def take(point):
    return point.x


def main():
    with InterpreterPoolExecutor() as pool:
        print(pool.submit(make))  # finding: [unsendable-task]
        print(pool.submit(take, Point(1)))  # ok: it is taken
    with ProcessPoolExecutor() as pool:
        print(pool.submit(make))  # ok


if __name__ == "__main__":
    main()
