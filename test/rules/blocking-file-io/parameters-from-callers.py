"""A parameter without a type is what the callers pass, if all of them are known."""
import io
from pathlib import Path
from typing import TextIO


def read(path):
    return path.read_text()


def read_either(path):
    return path.read_text()


def read_unknown(path):
    return path.read_text()


def deeper(where):
    deeper(where)
    return read(where)


def lines(stream: TextIO):
    return stream.readlines()


def opened(path):
    return open(path)


def text(stream: TextIO):
    return stream.read()


class Store:
    def __init__(self, root, name='x'):
        self.root = root
        self.name = name

    async def load(self):
        return (self.root / self.name).read_bytes()  # finding: [blocking-file-io]


class Mixed:
    def __init__(self, root):
        self.root = root

    async def load(self):
        return self.root.read_bytes()  # ok: some callers pass what is not known


class Sub(Store):
    def __init__(self):
        super().__init__(Path('/srv'))


class NeverMade:
    def __init__(self, root):
        self.root = root

    async def load(self):
        return self.root.read_bytes()  # ok: nobody says what it is


async def main(given):
    read(Path('a'))  # finding: [blocking-file-io] via read > pathlib.Path.read_text
    deeper(Path('b'))  # finding: [blocking-file-io] via deeper > read > pathlib.Path.read_text
    read_either(Path('a'))  # ok: nobody knows which of the two it does
    read_either(io.StringIO())
    read_unknown(Path('a'))  # ok: another caller passes something unknown
    read_unknown(given)
    with open('a') as file:  # finding: [blocking-file-io]
        lines(file)  # ok: moves with the `open`
        text(file)  # ok: it is also called with what is in memory
    text(io.StringIO())
    lines(opened('a'))  # finding: [blocking-file-io]
    await Store(Path('/srv')).load()
    await Store(root=Path('a'), name='y').load()
    await Mixed(Path('/srv')).load()
    await Mixed(given).load()
