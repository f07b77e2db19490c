"""A pool of one thread is a queue: what it runs belongs to that thread."""

from concurrent.futures import ThreadPoolExecutor


class Database:
    def __init__(self):
        self.thread = ThreadPoolExecutor(max_workers=1)

    def write(self, row):
        return row

    def write_all(self, rows):
        for row in rows:
            self.thread.submit(self.write, row).result()  # ok: one worker


def local(rows, write, results):
    with ThreadPoolExecutor(1) as one, ThreadPoolExecutor(2) as two:
        for row in rows:
            results.append(one.submit(write, row).result())  # ok: one worker
            results.append(two.submit(write, row).result())  # finding: [serialised-futures] warning
