"""A program that says how its processes are started."""

import multiprocessing


def main():
    multiprocessing.set_start_method("fork")
    multiprocessing.Process(target=lambda: 1).start()  # ok: inherited


if __name__ == "__main__":
    main()
