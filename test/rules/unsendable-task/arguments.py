"""What a task is called with is pickled, too."""

import multiprocessing
import queue
import socket
import sqlite3
import threading
from concurrent.futures import InterpreterPoolExecutor, ProcessPoolExecutor
from pathlib import Path

LOCK = threading.Lock()


def work(*values, **named):
    return len(values) + len(named)


def count_up(limit):
    yield from range(limit)


def values(pool: ProcessPoolExecutor, unknown, path: Path):
    print(pool.submit(work, 1, "a", b"b", [1], {"a": 2}, None, path))  # ok
    print(pool.submit(work, unknown))  # ok: whatever that is
    print(pool.submit(work, work))  # ok
    print(pool.submit(work, LOCK))  # finding: [unsendable-task] error
    #                       ^^^^
    print(pool.submit(work, 1, lock=LOCK))  # finding: [unsendable-task]
    print(pool.submit(work, [LOCK]))  # finding: [unsendable-task]
    print(pool.submit(work, {"lock": LOCK}))  # finding: [unsendable-task]
    print(pool.submit(work, (n for n in range(3))))  # finding: [unsendable-task]
    print(pool.submit(work, count_up(3)))  # finding: [unsendable-task]
    print(pool.submit(work, list(count_up(3))))  # ok
    print(pool.submit(work, queue.Queue()))  # finding: [unsendable-task]
    print(pool.submit(work, multiprocessing.Queue()))  # finding: [unsendable-task]
    print(pool.submit(work, multiprocessing.Manager().Queue()))  # ok: a proxy
    print(pool.submit(work, socket.socket()))  # finding: [unsendable-task]
    print(pool.submit(work, sqlite3.connect("a.db")))  # finding: [unsendable-task]
    print(pool.submit(work, lambda: 1))  # finding: [unsendable-task]
    print(pool.submit(work, pool))  # finding: [unsendable-task]
    with open("a") as file:
        print(pool.submit(work, file))  # finding: [unsendable-task]
        print(pool.submit(work, file.name))  # ok


def optional(pool: ProcessPoolExecutor, lock: threading.Lock | None = None):
    print(pool.submit(work, lock))  # ok: there may be none


def mapped(pool: ProcessPoolExecutor):
    pool.map(work, (n for n in range(3)))  # ok: taken apart here
    pool.map(work, count_up(3))  # ok
    pool.map(work, [LOCK, LOCK])  # finding: [unsendable-task]
    pool.map(work, [count_up(n) for n in range(3)])  # finding: [unsendable-task]


def interpreters(pool: InterpreterPoolExecutor):
    print(pool.submit(work, LOCK))  # finding: [unsendable-task]
    print(pool.submit(work, count_up(3)))  # finding: [unsendable-task]
    print(pool.submit(work, multiprocessing.Manager().Queue()))  # finding: [unsendable-task]


def threads():
    threading.Thread(target=work, args=(LOCK, count_up(3))).start()  # ok: shares everything
