"""Tasks that wait for other tasks of their own pool."""

from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(4)
other = ThreadPoolExecutor(4)


def leaf(item):
    return item


def direct(item):
    return pool.submit(leaf, item).result()  # finding: [pool-deadlock] error


def named(item):
    future = pool.submit(leaf, item)
    return future.result()  # finding: [pool-deadlock] error


def many(items):
    futures = [pool.submit(leaf, item) for item in items]
    return [future.result() for future in futures]  # finding: [pool-deadlock] error


def divide(items):
    if len(items) < 2:
        return items
    left = pool.submit(divide, items[:1])
    right = pool.submit(divide, items[1:])
    first = left.result()  # finding: [pool-deadlock] error
    return first + right.result()  # finding: [pool-deadlock] error


def helper(item):
    return pool.submit(leaf, item).result()  # finding: [pool-deadlock] error


def by_helper(item):
    return helper(item)


def in_other(item):
    return other.submit(leaf, item).result()  # ok: another pool


def goes_on(item):
    return pool.submit(leaf, item)  # ok: it does not wait


def from_outside(item):
    return pool.submit(leaf, item).result()  # ok: no worker of the pool runs it


def start(items):
    futures = [pool.submit(task, items) for task in (direct, named)]
    futures += [pool.submit(direct, 1), pool.submit(named, 1), pool.submit(many, items), pool.submit(divide, items)]
    futures += [pool.submit(by_helper, 1), pool.submit(in_other, 1), pool.submit(goes_on, 1)]
    return futures, list(pool.map(leaf, items)), from_outside(1)


class Crawler:
    def __init__(self):
        self.pool = ThreadPoolExecutor(4)
        self.files = ThreadPoolExecutor(2)

    def start(self, url):
        return self.pool.submit(self.page, url)

    def page(self, url):
        self.files.submit(leaf, url).result()  # ok: another pool
        return self.pool.submit(self.image, url).result()  # finding: [pool-deadlock] error

    def image(self, url):
        return url
