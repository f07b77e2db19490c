"""What iterates: loops, unpacking, stars, comprehensions and calls that consume; over generators, methods and objects."""

from collections import deque
from itertools import chain, islice
from pathlib import Path


class Folder:
    def __init__(self, root: Path):
        self.root = root

    def __iter__(self):
        for name in ('a', 'b'):
            yield (self.root / name).read_text()

    def lines(self):
        with open('lines') as file:
            yield from file

    def names(self):
        yield 'a'


class Cursor:
    def __iter__(self):
        return self

    def __next__(self):
        return Path('row').read_text()


class Delegating:
    def __init__(self):
        self.folder = Folder(Path())

    def __iter__(self):
        return iter(self.folder)


class Memory:
    def __iter__(self):
        return iter(['a'])

    def __getitem__(self, index):
        return Path(str(index)).read_text()


class Endless:
    def __iter__(self):
        return Endless()


class ByIndex:
    def __getitem__(self, index):
        return Path(str(index)).read_text()


def rows():
    yield Path('a').read_text()


def filtered():
    return (row for row in rows() if row)


async def loops(folder: Folder, cursor: Cursor, delegating: Delegating, by_index: ByIndex):
    for text in folder:  # finding: [blocking-file-io]
        print(text)
    for line in folder.lines():  # finding: [blocking-file-io]
        print(line)
    for name in folder.names():  # ok: memory
        print(name)
    for row in cursor:  # finding: [blocking-file-io]
        print(row)
    for text in delegating:  # finding: [blocking-file-io]
        print(text)
    for text in by_index:  # finding: [blocking-file-io]
        print(text)
    for text in Memory():  # ok: iterates the list
        print(text)
    for text in Endless():  # ok: never gets anywhere
        print(text)
    for row in filtered():  # finding: [blocking-file-io]
        print(row)


async def consumers(folder: Folder, cursor: Cursor):
    list(folder)  # finding: [blocking-file-io]
    sorted(folder.lines())  # finding: [blocking-file-io]
    set(folder.names())  # ok: memory
    next(cursor)  # finding: [blocking-file-io]
    next(iter(folder))  # finding: [blocking-file-io]
    dict(enumerate(rows()))  # finding: [blocking-file-io]
    sum(len(row) for row in rows())  # finding: [blocking-file-io]
    '\n'.join(rows())  # finding: [blocking-file-io]
    ' '.join(row.strip() for row in rows())  # finding: [blocking-file-io]
    found = []
    found.extend(rows())  # finding: [blocking-file-io]
    deque(rows(), maxlen=1)  # finding: [blocking-file-io]
    list(islice(rows(), 3))  # finding: [blocking-file-io]
    list(chain(rows(), rows()))  # finding: [blocking-file-io]
    return found


async def unpacking(folder: Folder):
    first, *rest = folder  # finding: [blocking-file-io]
    print(*rows())  # finding: [blocking-file-io]
    together = [*rows(), *folder]  # finding: [blocking-file-io] # finding: [blocking-file-io]
    return first, rest, together


async def starred(folder: Folder, path: Path):
    alone = [*rows()]  # finding: [blocking-file-io]
    members = {*folder.lines()}  # finding: [blocking-file-io]
    lines = [*path.read_text().splitlines()]  # finding: [blocking-file-io]
    names = [*folder.names()]  # ok: memory
    kept = [*folder.root.parts]  # ok: memory
    pair = *rows(), 1  # finding: [blocking-file-io]
    return alone, members, lines, names, kept, pair


async def comprehensions(folder: Folder):
    a = [row for row in rows()]  # finding: [blocking-file-io]
    b = {row: 1 for row in folder}  # finding: [blocking-file-io]
    c = {row for row in folder.lines()}  # finding: [blocking-file-io]
    d = [row async for row in arows()]  # ok: reported in its body
    e = (row for row in rows())  # ok: nobody consumes it
    return a, b, c, d, e


async def arows():
    for row in rows():  # finding: [blocking-file-io]
        yield row


async def membership(folder: Folder):
    found = 'a' in rows()  # finding: [blocking-file-io]
    return found, 'a' in folder  # finding: [blocking-file-io]
