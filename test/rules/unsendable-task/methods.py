"""A bound method is pickled with its object, and that with all it keeps."""

import threading
from concurrent.futures import InterpreterPoolExecutor, ProcessPoolExecutor
from multiprocessing import Pool


class Plain:
    def __init__(self, n):
        self.n = n

    def work(self, x):
        return self.n + x

    def __hidden(self, x):
        return x

    @staticmethod
    def helper(x):
        return x

    def start(self, pool: ProcessPoolExecutor):
        print(pool.submit(self.work, 1))  # ok: the worker gets a copy
        print(pool.submit(self.helper, 1))  # ok
        print(pool.submit(self.__hidden, 1))  # finding: [unsendable-task]


class Locked:
    def __init__(self):
        self.lock = threading.Lock()

    def work(self, x):
        return x

    @staticmethod
    def helper(x):
        return x

    @classmethod
    def make(cls, x):
        return x

    def start(self, pool: ProcessPoolExecutor, interpreters: InterpreterPoolExecutor):
        print(pool.submit(self.work, 1))  # finding: [unsendable-task]
        print(interpreters.submit(self.work, 1))  # finding: [unsendable-task]
        print(pool.submit(print, self))  # finding: [unsendable-task]
        print(pool.submit(self.helper, 1))  # ok: a function of the class
        print(pool.submit(self.make, 1))  # ok
        print(pool.submit(Locked.helper, 1))  # ok


class Inherits(Locked):
    def __init__(self):
        super().__init__()
        self.n = 1

    def again(self, pool: ProcessPoolExecutor):
        print(pool.submit(self.work, 1))  # finding: [unsendable-task]


class Keeps:
    def __init__(self):
        self.locked = Locked()

    def work(self):
        return 1

    def start(self, pool: ProcessPoolExecutor):
        print(pool.submit(self.work))  # finding: [unsendable-task]


class Base:
    def __init__(self):
        self.lock = threading.Lock()

    def work(self):
        return 1

    def start(self, pool: ProcessPoolExecutor):
        print(pool.submit(self.work))  # ok: it may be the one below
        print(pool.submit(Base().work))  # finding: [unsendable-task]


class Forgets(Base):
    def __init__(self):
        self.n = 1

    def again(self, pool: ProcessPoolExecutor):
        print(pool.submit(self.work))  # ok: never makes the lock


class Owner:
    def __init__(self):
        self.pool = ProcessPoolExecutor()
        self.other = Pool(2)

    def work(self, x):
        return x

    def run(self, values):
        self.other.map(self.work, values)  # finding: [unsendable-task]
        return self.pool.submit(self.work, 1)  # finding: [unsendable-task]


class Stateful:
    def __init__(self):
        self.lock = threading.Lock()

    def __getstate__(self):
        return {}

    def work(self):
        return 1

    def start(self, pool: ProcessPoolExecutor):
        print(pool.submit(self.work))  # ok: it says itself how it is pickled


class Extended:
    def __init__(self):
        self.lock = threading.Lock()

    def work(self):
        return 1

    def start(self, pool: ProcessPoolExecutor):
        print(pool.submit(self.work))  # ok: it may be the one below


class Below(Extended):
    def __reduce__(self):
        return Below, ()


class Late:
    def __init__(self):
        self.lock = None

    def open(self):
        self.lock = threading.Lock()

    def work(self):
        return 1

    def start(self, pool: ProcessPoolExecutor):
        print(pool.submit(self.work))  # ok: there may be none yet


class Conditional:
    def __init__(self, locks):
        if locks:
            self.lock = threading.Lock()

    def work(self):
        return 1

    def start(self, pool: ProcessPoolExecutor):
        print(pool.submit(self.work))  # ok: perhaps


def local_class(pool: ProcessPoolExecutor):
    class Inner:
        def work(self):
            return 1

    print(pool.submit(Inner().work))  # finding: [unsendable-task]
    print(pool.submit(print, Inner()))  # finding: [unsendable-task]
    print(pool.submit(print, Inner))  # finding: [unsendable-task]
