"""What Python refuses to a worker interpreter."""

import os
import signal
import subprocess
import threading
from concurrent.futures import InterpreterPoolExecutor, ProcessPoolExecutor, ThreadPoolExecutor


def forks():
    return os.fork()


def replaces():
    os.execv("/bin/true", ["true"])


def handles():
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


def daemon():
    threading.Thread(target=print, daemon=True).start()


def deeper():
    daemon()


def thread():
    threading.Thread(target=print).start()
    threading.Thread(target=print, daemon=False).start()
    threading.Timer(1, print).start()


def starts():
    subprocess.run(["true"])


def pools():
    with ProcessPoolExecutor() as pool:
        return list(pool.map(abs, [1]))


def threads():
    with ThreadPoolExecutor() as pool:
        return list(pool.map(abs, [1]))


def perhaps(is_main):
    if is_main:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)


def main():
    with InterpreterPoolExecutor() as pool:
        print(pool.submit(forks))  # finding: [thread-in-interpreter] error
        #                 ^^^^^
        print(pool.submit(replaces))  # finding: [thread-in-interpreter]
        print(pool.submit(handles))  # finding: [thread-in-interpreter]
        print(pool.submit(daemon))  # finding: [thread-in-interpreter]
        print(pool.submit(deeper))  # finding: [thread-in-interpreter] via daemon > threading.Thread
        print(pool.submit(pools))  # finding: [thread-in-interpreter]
        print(pool.submit(lambda: __import__("os").fork()))  # ok: what that is, is not known
        print(pool.submit(thread))  # ok: threads that are no daemons
        print(pool.submit(starts))  # ok: another program
        print(pool.submit(threads))  # ok
        print(pool.submit(perhaps, False))  # ok: perhaps not
    with ThreadPoolExecutor() as pool:
        print(pool.submit(forks))  # ok: the main interpreter
