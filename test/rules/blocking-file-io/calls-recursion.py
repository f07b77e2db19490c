"""Recursion and cycles end, and carry the effect all the same."""
from pathlib import Path


def walk(path):
    for child in path.children:
        walk(child)
    return Path('a').read_text()


def ping(count):
    return pong(count - 1)


def pong(count):
    if count % 2:
        return ping(count)
    return Path('a').read_text()


def only_itself(count):
    return only_itself(count - 1)


def left():
    return right()


def right():
    return left()


class Node:
    def __init__(self, parent=None):
        self.parent = parent or Node()

    def root(self):
        return self.parent.root()


async def main(path):
    walk(path)  # finding: [blocking-file-io] via walk > pathlib.Path.read_text
    ping(3)  # finding: [blocking-file-io] via ping > pong > pathlib.Path.read_text
    only_itself(1)  # ok: does nothing
    left()  # ok: does nothing
    Node().root()  # ok: does nothing
