"""What can be sent to a worker, a function each: `# fails:` names the pools whose future raises.

The test runs this text twice: as it stands, and with InterpreterPoolExecutor in the place of ProcessPoolExecutor.
"""

import asyncio
import collections
import contextvars
import dataclasses
import datetime
import decimal
import enum
import functools
import io
import logging
import math
import multiprocessing
import operator
import pathlib
import queue
import re
import socket
import subprocess
import sqlite3
import sys
import tempfile
import threading
import time
import weakref
from concurrent.futures import ProcessPoolExecutor as Pool
from concurrent.futures import ThreadPoolExecutor
from typing import Optional

LIMIT = 10
LOCK = threading.Lock()
SQUARE = lambda n: n * n
LIMITED = lambda n: n * LIMIT
LOCAL = threading.local()
managers = []


def double(n):
    return n * 2


def with_global(n):
    return n + LIMIT


def ignore(*values, **named):
    return len(values) + len(named)


def count_up(limit):
    for n in range(limit):
        yield n


async def ask():
    return 1


def plain_decorator(function):
    def wrapper(*values):
        return function(*values)

    return wrapper


def kind_decorator(function):
    @functools.wraps(function)
    def wrapper(*values):
        return function(*values)

    return wrapper


@plain_decorator
def badly_decorated(n):
    return n


@kind_decorator
def well_decorated(n):
    return n


@functools.lru_cache
def cached(n):
    return n


class Plain:
    limit = 3

    def __init__(self, n):
        self.n = n

    def work(self, x):
        return self.n + x

    def count(self):
        yield self.n

    def __private(self):
        return 1

    def submit_private(self, pool: Pool):  # fails: process, interpreter
        return pool.submit(self.__private)

    @staticmethod
    def helper(x):
        return x

    @classmethod
    def make(cls, x):
        return x

    def __call__(self, x):
        return x

    def submit_method(self, pool):
        return pool.submit(self.work, 1)


class Locked:
    def __init__(self):
        self.lock = threading.Lock()

    def work(self, x):
        return x

    @staticmethod
    def helper(x):
        return x

    def submit_method(self, pool: Pool):  # fails: process, interpreter
        return pool.submit(self.work, 1)

    def submit_static(self, pool: Pool):
        return pool.submit(self.helper, 1)


class Guarded:
    def __init__(self):
        self.lock = threading.Lock()

    def __getstate__(self):
        return {}

    def work(self, x):
        return x


class Reduced:
    def __init__(self):
        self.lock = threading.Lock()

    def __reduce__(self):
        return Reduced, ()

    def work(self, x):
        return x


class Owner:
    def __init__(self):
        self.pool = ThreadPoolExecutor(1)

    def work(self, x):
        return x


class SubLocked(Locked):
    pass


class Lambda:
    def __init__(self):
        self.key = lambda x: x + LIMIT

    def work(self, x):
        return x


class Late:
    def __init__(self):
        self.lock = None

    def start(self):
        self.lock = threading.Lock()

    def work(self, x):
        return x


class Color(enum.Enum):
    RED = 1


@dataclasses.dataclass
class Point:
    x: int
    y: int


class Problem(Exception):
    pass


Pair = collections.namedtuple("Pair", "a b")


# Functions


def module_function(pool: Pool):
    return pool.submit(double, 2)


def module_function_with_global(pool: Pool):
    return pool.submit(with_global, 2)


def builtin(pool: Pool):
    return pool.submit(len, "abc")


def class_as_function(pool: Pool):
    return pool.submit(Plain, 2)


def bound_builtin(pool: Pool):
    return pool.submit("a".upper)


def item_getter(pool: Pool):
    return pool.submit(operator.itemgetter(0), [1])


def plain_lambda(pool: Pool):  # fails: process
    return pool.submit(lambda: 1)


def lambda_with_parameter(pool: Pool):  # fails: process
    return pool.submit(lambda n: n * 2, 3)


def lambda_with_builtin(pool: Pool):  # fails: process
    return pool.submit(lambda: len(str(12)))


def lambda_with_closure(pool: Pool):  # fails: process, interpreter
    n = 3
    return pool.submit(lambda: n * 2)


def lambda_with_global(pool: Pool):  # fails: process, interpreter
    return pool.submit(lambda: LIMIT)


def lambda_with_module(pool: Pool):  # fails: process, interpreter
    return pool.submit(lambda: math.sqrt(4))


def lambda_with_function(pool: Pool):  # fails: process, interpreter
    return pool.submit(lambda: double(4))


def lambda_with_default(pool: Pool):  # fails: process, interpreter
    return pool.submit(lambda n=2: n)


def lambda_with_keyword_default(pool: Pool):  # fails: process, interpreter
    return pool.submit(lambda *, n=2: n)


def lambda_with_comprehension(pool: Pool):  # fails: process
    return pool.submit(lambda n: [i for i in range(n)], 3)


def lambda_with_inner_lambda(pool: Pool):  # fails: process
    return pool.submit(lambda n: (lambda m: m)(n), 3)


def lambda_with_cell(pool: Pool):  # fails: process
    return pool.submit(lambda n: (lambda m: m + n)(1), 3)


def lambda_with_inner_global(pool: Pool):  # fails: process
    return pool.submit(lambda n: (lambda: LIMIT) and n, 3)


def lambda_of_the_module(pool: Pool):  # fails: process
    return pool.submit(SQUARE, 3)


def lambda_of_the_module_with_global(pool: Pool):  # fails: process, interpreter
    return pool.submit(LIMITED, 3)


def nested_function(pool: Pool):  # fails: process
    def work(n):
        return n * 2

    return pool.submit(work, 2)


def nested_function_with_import(pool: Pool):  # fails: process
    def work(n):
        import math

        return math.sqrt(n)

    return pool.submit(work, 2)


def nested_function_with_closure(pool: Pool):  # fails: process, interpreter
    m = 2

    def work(n):
        return n * m

    return pool.submit(work, 2)


def nested_function_with_global(pool: Pool):  # fails: process, interpreter
    def work(n):
        return n * LIMIT

    return pool.submit(work, 2)


def nested_function_with_default(pool: Pool):  # fails: process, interpreter
    def work(n=1):
        return n

    return pool.submit(work)


def nested_function_with_annotation(pool: Pool):  # fails: process
    def work(n: int) -> int:
        return n

    return pool.submit(work, 1)


def nested_function_with_annotation_of_the_module(pool: Pool):  # fails: process
    def work(n: Plain) -> Plain:
        m: Plain = n
        return m

    return pool.submit(work, 1)


def nested_function_that_calls_itself(pool: Pool):  # fails: process, interpreter
    def work(n):
        return 1 if n < 2 else n * work(n - 1)

    return pool.submit(work, 3)


def nested_function_that_writes_a_global(pool: Pool):  # fails: process
    def work(n):
        global written
        written = n

    return pool.submit(work, 3)


def nested_function_with_a_class(pool: Pool):  # fails: process
    def work(n):
        class Inner:
            value = n

        return Inner.value

    return pool.submit(work, 3)


def nested_function_that_raises(pool: Pool):  # fails: process
    def work(n):
        try:
            raise ValueError(n)
        except ValueError:
            return n

    return pool.submit(work, 3)


def function_made_global(pool: Pool):
    global made_global

    def made_global(n):
        return n

    return pool.submit(ignore, 1)


def generator_function(pool: Pool):  # fails: process, interpreter
    return pool.submit(count_up, 2)


def coroutine_function(pool: Pool):  # fails: process, interpreter
    return pool.submit(ask)


def function_decorated_without_wraps(pool: Pool):  # fails: process, interpreter
    return pool.submit(badly_decorated, 1)


def function_decorated_with_wraps(pool: Pool):
    return pool.submit(well_decorated, 1)


def function_with_cache(pool: Pool):
    return pool.submit(cached, 1)


def partial(pool: Pool):
    return pool.submit(functools.partial(double, 1))


def partial_with_keyword(pool: Pool):
    return pool.submit(functools.partial(double, n=1))


def partial_of_lambda(pool: Pool):  # fails: process, interpreter
    return pool.submit(functools.partial(lambda n: n, 1))


def partial_of_nested_function(pool: Pool):  # fails: process, interpreter
    def work(n):
        return n

    return pool.submit(functools.partial(work, 1))


def partial_with_lock(pool: Pool):  # fails: process, interpreter
    return pool.submit(functools.partial(ignore, LOCK))


def context_run(pool: Pool):  # fails: process, interpreter
    return pool.submit(contextvars.copy_context().run, double, 1)


def a_script(pool: Pool):  # fails unseen: process, interpreter
    return pool.submit("print(1)")


# Methods


def bound_method(pool: Pool):
    return pool.submit(Plain(1).work, 2)


def bound_method_that_is_a_generator(pool: Pool):  # fails: process, interpreter
    return pool.submit(Plain(1).count)


def private_method(pool: Pool):  # fails in another: process, interpreter
    return Plain(1).submit_private(pool)


def static_method(pool: Pool):
    return pool.submit(Plain.helper, 2)


def class_method(pool: Pool):
    return pool.submit(Plain.make, 2)


def callable_instance(pool: Pool):
    return pool.submit(Plain(1), 2)


def method_of_self(pool: Pool):
    return Plain(1).submit_method(pool)


def method_of_locked(pool: Pool):  # fails: process, interpreter
    return pool.submit(Locked().work, 2)


def method_of_self_with_lock(pool: Pool):  # fails in another: process, interpreter
    return Locked().submit_method(pool)


def static_method_of_self_with_lock(pool: Pool):
    return Locked().submit_static(pool)


def method_of_inherited_lock(pool: Pool):  # fails: process, interpreter
    return pool.submit(SubLocked().work, 2)


def method_of_object_with_state(pool: Pool):
    return pool.submit(Guarded().work, 2)


def method_of_object_with_reduce(pool: Pool):
    return pool.submit(Reduced().work, 2)


def method_of_owner_of_pool(pool: Pool):  # fails: process, interpreter
    return pool.submit(Owner().work, 2)


def method_of_object_with_lambda(pool: Pool):  # fails: process, interpreter
    return pool.submit(Lambda().work, 2)


def method_of_object_before_start(pool: Pool):
    return pool.submit(Late().work, 2)


def method_of_local_class(pool: Pool):  # fails: process, interpreter
    class Inner:
        def work(self):
            return 1

    return pool.submit(Inner().work)


def local_class(pool: Pool):  # fails: process, interpreter
    class Inner:
        pass

    return pool.submit(ignore, Inner)


def instance_of_local_class(pool: Pool):  # fails: process, interpreter
    class Inner:
        pass

    return pool.submit(ignore, Inner())


# Arguments


def numbers(pool: Pool):
    return pool.submit(ignore, 1, 2.5, True, None, 2 + 3j)


def texts(pool: Pool):
    return pool.submit(ignore, "a", b"b", bytearray(b"c"))


def containers(pool: Pool):
    return pool.submit(ignore, [1], (2,), {3}, {"a": 4}, collections.deque([5]))


def standard_values(pool: Pool):
    return pool.submit(ignore, decimal.Decimal(1), datetime.date(2020, 1, 1), pathlib.Path("a"), re.compile("a"))


def program_values(pool: Pool):
    return pool.submit(ignore, Color.RED, Point(1, 2), Problem("a"), Pair(1, 2), Plain(3))


def bytes_io(pool: Pool):
    return pool.submit(ignore, io.BytesIO(b"a"), io.StringIO("a"))


def list_iterator(pool: Pool):
    return pool.submit(ignore, iter([1]))


def map_object(pool: Pool):
    return pool.submit(ignore, map(str, [1]))


def function_argument(pool: Pool):
    return pool.submit(ignore, double)


def logger(pool: Pool):
    return pool.submit(ignore, logging.getLogger("a"))


def lambda_argument(pool: Pool):  # fails: process
    return pool.submit(ignore, lambda n: n)


def closure_argument(pool: Pool):  # fails: process, interpreter
    m = 2
    return pool.submit(ignore, lambda n: n * m)


def lambda_in_list(pool: Pool):  # fails: process, interpreter
    return pool.submit(ignore, [lambda n: n])


def generator_argument(pool: Pool):  # fails: process, interpreter
    return pool.submit(ignore, (n for n in range(3)))


def generator_from_function(pool: Pool):  # fails: process, interpreter
    return pool.submit(ignore, count_up(2))


def lock_argument(pool: Pool):  # fails: process, interpreter
    return pool.submit(ignore, threading.Lock())


def module_lock_argument(pool: Pool):  # fails: process, interpreter
    return pool.submit(ignore, LOCK)


def reentrant_lock_argument(pool: Pool):  # fails: process, interpreter
    return pool.submit(ignore, threading.RLock())


def event_argument(pool: Pool):  # fails: process, interpreter
    return pool.submit(ignore, threading.Event())


def condition_argument(pool: Pool):  # fails: process, interpreter
    return pool.submit(ignore, threading.Condition())


def semaphore_argument(pool: Pool):  # fails: process, interpreter
    return pool.submit(ignore, threading.Semaphore(1))


def barrier_argument(pool: Pool):  # fails: process, interpreter
    return pool.submit(ignore, threading.Barrier(2))


def thread_argument(pool: Pool):  # fails: process, interpreter
    return pool.submit(ignore, threading.Thread(target=double))


def thread_local_argument(pool: Pool):  # fails: process, interpreter
    return pool.submit(ignore, LOCAL)


def queue_argument(pool: Pool):  # fails: process, interpreter
    return pool.submit(ignore, queue.Queue())


def simple_queue_argument(pool: Pool):  # fails: process, interpreter
    return pool.submit(ignore, queue.SimpleQueue())


def file_argument(pool: Pool):  # fails: process, interpreter
    with open(__file__) as file:
        return pool.submit(ignore, file)


def binary_file_argument(pool: Pool):  # fails: process, interpreter
    with open(__file__, "rb") as file:
        return pool.submit(ignore, file)


def path_open_argument(pool: Pool):  # fails: process, interpreter
    with pathlib.Path(__file__).open() as file:
        return pool.submit(ignore, file)


def temporary_file_argument(pool: Pool):  # fails: process, interpreter
    with tempfile.TemporaryFile() as file:
        return pool.submit(ignore, file)


def standard_output(pool: Pool):  # fails unseen: process, interpreter
    return pool.submit(ignore, sys.stdout)


def socket_argument(pool: Pool):  # fails: process, interpreter
    with socket.socket() as sock:
        return pool.submit(ignore, sock)


def connection_argument(pool: Pool):  # fails: process, interpreter
    return pool.submit(ignore, sqlite3.connect(":memory:"))


def module_argument(pool: Pool):  # fails unseen: process, interpreter
    return pool.submit(ignore, math)


def context_variable_argument(pool: Pool):  # fails: process, interpreter
    return pool.submit(ignore, contextvars.ContextVar("a"))


def context_argument(pool: Pool):  # fails: process, interpreter
    return pool.submit(ignore, contextvars.copy_context())


def keys_argument(pool: Pool):  # fails unseen: process, interpreter
    return pool.submit(ignore, {"a": 1}.keys())


def values_argument(pool: Pool):  # fails unseen: process, interpreter
    return pool.submit(ignore, {"a": 1}.values())


def memory_view(pool: Pool):  # fails: process
    return pool.submit(ignore, memoryview(b"abc"))


def pool_argument(pool: Pool):  # fails: process, interpreter
    return pool.submit(ignore, pool)


def thread_pool_argument(pool: Pool):  # fails: process, interpreter
    with ThreadPoolExecutor() as threads:
        return pool.submit(ignore, threads)


def event_loop_argument(pool: Pool):  # fails: process, interpreter
    return pool.submit(ignore, asyncio.new_event_loop())


def weak_reference_argument(pool: Pool):  # fails unseen: process, interpreter
    return pool.submit(ignore, weakref.ref(double))


def process_argument(pool: Pool):  # fails: process, interpreter
    return pool.submit(ignore, subprocess.Popen([sys.executable, "-c", ""]))


def coroutine_argument(pool: Pool):  # fails: process, interpreter
    return pool.submit(ignore, ask())


def keyword_argument(pool: Pool):  # fails: process, interpreter
    return pool.submit(ignore, lock=threading.Lock())


def lock_in_list(pool: Pool):  # fails: process, interpreter
    return pool.submit(ignore, [threading.Lock()])


def lock_in_dictionary(pool: Pool):  # fails: process, interpreter
    return pool.submit(ignore, {"lock": threading.Lock()})


def lock_in_tuple(pool: Pool):  # fails: process, interpreter
    return pool.submit(ignore, (1, threading.Lock()))


def locked_instance(pool: Pool):  # fails: process, interpreter
    return pool.submit(ignore, Locked())


def instance_with_state(pool: Pool):
    return pool.submit(ignore, Guarded(), Reduced())


def match_object(pool: Pool):  # fails unseen: process, interpreter
    return pool.submit(ignore, re.match("a", "a"))


def zip_object(pool: Pool):
    return pool.submit(ignore, zip([1], [2]))


def directory_walk(pool: Pool):  # fails unseen: process, interpreter
    return pool.submit(ignore, pathlib.Path(".").glob("*"))


def time_structure(pool: Pool):
    return pool.submit(ignore, time.localtime())


def queue_of_processes(pool: Pool):  # fails: process, interpreter
    return pool.submit(ignore, multiprocessing.Queue())


def lock_of_processes(pool: Pool):  # fails: process, interpreter
    return pool.submit(ignore, multiprocessing.Lock())


def queue_of_manager(pool: Pool):  # fails: interpreter
    manager = multiprocessing.Manager()
    managers.append(manager)
    return pool.submit(ignore, manager.Queue(), manager.Lock())


def pipe_end(pool: Pool):
    return pool.submit(ignore, multiprocessing.Pipe()[0])


def asyncio_lock(pool: Pool):
    return pool.submit(ignore, asyncio.Lock(), asyncio.Event())


def future_argument(pool: Pool):  # fails: process, interpreter
    return pool.submit(ignore, pool.submit(double, 1))


def optional_lock(pool: Pool):
    return optional(pool, None)


def optional(pool: Pool, lock: Optional[threading.Lock]):
    return pool.submit(ignore, lock)


# map


def mapped(pool: Pool):
    return pool.map(double, [1, 2])


def mapped_generator(pool: Pool):
    return pool.map(double, (n for n in range(3)))


def mapped_lambda(pool: Pool):  # fails: process
    return pool.map(lambda n: n, [1, 2])


def mapped_closure(pool: Pool):  # fails: process, interpreter
    m = 2
    return pool.map(lambda n: n * m, [1, 2])


def mapped_locks(pool: Pool):  # fails: process, interpreter
    return pool.map(ignore, [threading.Lock(), threading.Lock()])


def mapped_partial(pool: Pool):
    return pool.map(functools.partial(ignore, 1), [1, 2])
