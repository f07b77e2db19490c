"""Pools that objects keep."""

from concurrent.futures import ThreadPoolExecutor


class Loader:
    def __init__(self):
        self.pool = ThreadPoolExecutor(4)

    def load(self, url):
        return url

    def all(self, urls):
        return [self.pool.submit(self.load, url).result() for url in urls]  # finding: [serialised-futures] warning

    def each(self, urls):
        for url in urls:
            yield self.pool.submit(self.load, url).result()  # ok: whoever iterates may stop
