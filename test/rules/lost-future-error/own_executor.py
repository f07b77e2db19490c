"""Executors of the program may look at their futures themselves."""

from concurrent.futures import ThreadPoolExecutor


def save(path):
    with open(path, "w") as file:
        file.write("text")


class Watched(ThreadPoolExecutor):
    def submit(self, fn, /, *args, **kwargs):
        future = super().submit(fn, *args, **kwargs)
        future.add_done_callback(print)
        return future


class Store:
    def __init__(self):
        self.pool = ThreadPoolExecutor()
        self.watched = Watched()

    def later(self, path):
        self.pool.submit(self.save, path)  # finding: [lost-future-error] information
        self.pool.submit(self.quiet)  # ok: does nothing that fails
        self.watched.submit(save, path)  # ok: the program's own

    def save(self, path):
        save(path)

    def quiet(self):
        self.is_quiet = True
