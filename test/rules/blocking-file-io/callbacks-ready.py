"""Descriptors that the loop watches: whoever is called by `add_reader` has something to read."""

import asyncio
import os
import subprocess
import sys


class Chat:
    """Standard input, read line by line as the loop tells of it."""

    def start(self):
        asyncio.get_running_loop().add_reader(sys.stdin, self.on_line)
        asyncio.get_running_loop().add_reader(sys.stdin.fileno(), on_input)

    def on_line(self):
        return sys.stdin.readline()  # ok: the loop calls it when there is a line to read: `add_reader` watches it


def on_input():
    return input()  # ok: the loop calls it when there is a line to read


class Wakeup:
    """The self-pipe trick: a signal handler writes one byte, the loop reads it."""

    def __init__(self):
        self.reading, self.writing = os.pipe()
        os.set_blocking(self.writing, False)
        asyncio.get_event_loop().add_reader(self.reading, self.on_wakeup)

    def on_wakeup(self):
        os.read(self.reading, 1)  # ok: the loop calls it when there is a byte to read

    def wake(self):
        os.write(self.writing, b'x')

    async def stop(self):
        self.wake()  # todo-ok: [blocking-file-io] a pipe made non-blocking, and one byte: it was `__init__` that called `os.set_blocking`, and only the same function is looked at


async def terminal(process: subprocess.Popen):
    os.set_blocking(process.stdout.fileno(), False)
    return process.stdout.read()  # ok: made non-blocking


async def unwatched(descriptor):
    os.read(descriptor, 100)  # finding: [blocking-file-io]
    sys.stdin.readline()  # finding: [blocking-input]
