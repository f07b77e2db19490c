"""`with lock` waits for as long as somebody else does something slow while it holds the lock; so does `acquire`."""
import asyncio
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Final

import fastapi
import requests

app = fastapi.FastAPI()
pool = ThreadPoolExecutor()
reports = threading.Lock()
guard = threading.Lock()
semaphore = threading.BoundedSemaphore(1)
many = threading.Semaphore(8)
alone = threading.Lock()


def refresh():
    with guard:
        requests.get('https://example.org')


def log(line):
    with open('log.txt', 'a') as file, guard:
        file.write(line)


def work():
    semaphore.acquire()
    time.sleep(1)
    semaphore.release()
    time.sleep(1)


def work_with_many():
    with many:
        time.sleep(1)


def after():
    alone.acquire()
    alone.release()
    with alone:
        pass
    time.sleep(1)


async def reads():
    pool.submit(refresh)  # finding: [lost-future-error] information
    with guard:  # finding: [blocking-wait] error via threading.Lock > refresh > requests.get
#        ^^^^^
        pass
    guard.acquire()  # finding: [blocking-wait]
    guard.release()  # ok
    guard.acquire(blocking=False)  # ok
    enter_and_leave()  # finding: [blocking-wait]
    await asyncio.to_thread(enter_and_leave)  # ok


def enter_and_leave():
    with guard:
        pass


async def works():
    await asyncio.gather(asyncio.to_thread(work), asyncio.to_thread(work_with_many), asyncio.to_thread(after))
    with semaphore:  # finding: [blocking-wait]
        pass
    with many:  # ok: others can hold it at the same time
        pass
    with alone:  # ok: whoever sleeps has given it back
        pass


class Cache:
    """Each of its locks is a lock of its own."""

    def __init__(self):
        self.lock = threading.RLock()
        self.other = threading.RLock()
        self.counts = threading.Lock()
        self.condition = threading.Condition(self.other)
        self.changed = threading.Condition()
        self.total = 0

    def start(self):
        threading.Thread(target=self.run).start()

    def run(self):
        while True:
            self.load()
            with self.counts:
                self.total += 1
            with self.changed:
                self.changed.wait()
            with self.condition:
                time.sleep(1)

    def load(self):
        with self.lock:
            self.text = open('cache.txt').read()

    async def read(self):
        with self.lock:  # finding: [blocking-wait] warning
            value = self.text
        with self.other:  # finding: [blocking-wait] error
            value += '1'
        with self.counts:  # ok: a thread adds two numbers while it holds it
            self.total += 1
        with self.changed:  # ok: who waits for a condition gives up its lock
            self.changed.notify_all()
        with self.changed:  # ok
            self.changed.wait()  # finding: [blocking-wait]
        return value


class OtherCache:
    """Its lock has the same name and class, and is another."""

    def __init__(self):
        self.lock = threading.RLock()

    async def read(self):
        with self.lock:  # ok: only the loop takes it
            return self.text()

    async def write(self):
        with self.lock:  # ok
            time.sleep(1)  # finding: [blocking-sleep]

    def text(self):
        return 'text'


class Asynchronous:
    def __init__(self):
        self.lock = asyncio.Lock()

    def work(self):
        time.sleep(1)

    async def read(self):
        async with self.lock:  # ok: it waits without blocking
            await asyncio.to_thread(self.work)


class OnTheLoop:
    """Whatever waits while it holds the lock, the loop runs itself."""

    def __init__(self):
        self.lock = threading.Lock()

    def save(self):
        with self.lock:
            time.sleep(1)

    async def read(self):
        with self.lock:  # ok: nobody else takes it
            pass
        self.save()  # finding: [blocking-sleep] via self.save > time.sleep


class Base:
    """One lock for each object, and no object is both of the classes below."""

    def __init__(self):
        self.lock = threading.Lock()


class Worker(Base):
    def work(self):
        with self.lock:
            time.sleep(1)


class Reader(Base):
    async def read(self, worker: Worker):
        asyncio.get_running_loop().run_in_executor(None, worker.work)  # finding: [unawaited-offload] information
        with self.lock:  # ok: a worker's lock is another
            pass
        with worker.lock:  # finding: [blocking-wait]
            pass


class Public:
    """Nothing here calls `save`; others do, in threads, or there would be no lock around it."""

    def __init__(self):
        self.lock = threading.Lock()
        self.hidden = threading.Lock()

    def save(self):
        with self.lock:
            time.sleep(1)

    def _save(self):
        with self.hidden:
            time.sleep(1)

    async def read(self):
        with self.lock:  # finding: [blocking-wait]
            pass
        with self.hidden:  # ok: nobody is known to take it
            pass


class Timed(threading.Thread):
    """Its `run` is called by a thread of its own."""

    declared: threading.Lock
    lock: threading.Lock = threading.Lock()

    def __init__(self):
        super().__init__()
        self.declared = threading.Lock()
        self.noted: threading.Lock = threading.Lock()
        self.final: Final = threading.Lock()

    def run(self):
        with self.lock, self.noted, self.declared, self.final:
            time.sleep(1)

    async def read(self):
        with self.lock:  # finding: [blocking-wait]
            pass
        with self.noted:  # finding: [blocking-wait]
            pass
        with self.declared:  # finding: [blocking-wait]
            pass
        with self.final:  # finding: [blocking-wait]
            pass


def of_one_call():
    lock = threading.Lock()

    def hold():
        with lock:
            time.sleep(1)

    async def take():
        threading.Thread(target=hold).start()
        with lock:  # finding: [blocking-wait]
            pass

    return take


def make_lock():
    lock = threading.Lock()
    return lock


first = make_lock()
second = make_lock()
by_key = {'a': threading.Lock(), 'b': threading.Lock()}


def hold_first():
    with first:
        time.sleep(1)
    with by_key['a']:
        time.sleep(1)


async def take_second():
    await asyncio.to_thread(hold_first)
    with second:  # ok: another lock than the first
        pass
    with by_key['b']:  # ok
        pass


@app.get('/report')
def report():
    with reports:
        return requests.get('https://example.org').text


@app.get('/latest')
async def latest():  # finding: [async-route-should-be-sync]
    with reports:  # finding: [blocking-wait] via threading.Lock > report > requests.get
        return 'latest'


class Filled:
    """It waits once, to fill itself."""

    def __init__(self):
        self.lock = threading.Lock()
        self.value = None
        self.late = threading.Lock()

    def start(self):
        pool.submit(self.fill)  # finding: [lost-future-error] information
        pool.submit(self.stop, True)

    def fill(self):
        with self.lock:
            if self.value is None:
                self.value = requests.get('https://example.org').text

    def stop(self, wait):
        with self.late:
            if wait:
                time.sleep(1)

    async def read(self):
        with self.lock:  # ok: once
            pass
        with self.late:  # ok: whether it waits depends on who calls it
            pass


class Fresh:
    """Nobody else has the lock of an object that was just made."""

    def __init__(self):
        self.lock = threading.Lock()
        self.fill()

    def start(self):
        pool.submit(self.work)

    def fill(self):
        with self.lock:
            self.value = 1

    def work(self):
        with self.lock:
            time.sleep(1)


async def make_fresh(known: Fresh):
    fresh = Fresh()  # ok
    fresh.fill()  # ok
    known.fill()  # finding: [blocking-wait] via known.fill > threading.Lock > Fresh.work > time.sleep


@dataclass
class Declared:
    lock: threading.Lock = field(default_factory=threading.Lock)

    def start(self):
        pool.submit(self.work)

    def work(self):
        with self.lock:
            time.sleep(1)

    async def read(self):
        with self.lock:  # todo-finding: [blocking-wait] which lock a field's factory makes is not known
            pass
