"""Operators, subscripts, comparisons and attribute access run the special methods of the program's classes."""

from __future__ import annotations

import json
from pathlib import Path


class Shelf:
    """Keeps each item in a file, behind every operator there is."""

    def __init__(self, path: Path):
        self.path = path
        self.items = {}

    def _load(self):
        return json.loads(self.path.read_text())

    def _save(self):
        self.path.write_text(json.dumps(self.items))

    def __getitem__(self, key):
        return self._load()[key]

    def __setitem__(self, key, value):
        self.items[key] = value
        self._save()

    def __delitem__(self, key):
        del self.items[key]
        self._save()

    def __contains__(self, key):
        return key in self._load()

    def __iadd__(self, other) -> Shelf:
        self._save()
        return self

    def __sub__(self, other):
        return self._load()

    def __radd__(self, other):
        return self._load()

    def __or__(self, other):
        return self._load()

    def __rshift__(self, name):
        self._save()

    def __matmul__(self, other):
        return self._load()

    def __eq__(self, other):
        return self._load() == other

    def __lt__(self, other):
        return len(self._load()) < len(other.items)

    def __neg__(self):
        return self._load()

    def __invert__(self):
        return self._load()

    def __len__(self):
        return len(self._load())

    def __repr__(self):
        return self.path.read_text()

    def __format__(self, how):
        return self.path.read_text()

    def __int__(self):
        return int(self.path.read_text())

    def __hash__(self):
        return hash(self.path.read_text())

    def __reversed__(self):
        return reversed(self._load())


class Labelled:
    def __str__(self):
        return Path('a').read_text()

    def __bool__(self):
        return bool(Path('a').read_text())


class Assigned:
    def __setattr__(self, name, value):
        Path(name).write_text(value)

    def __delattr__(self, name):
        Path(name).write_text('')


class WriteOnly:
    def __setitem__(self, key, value):
        Path(key).write_text(value)

    def __delitem__(self, key):
        Path(key).write_text('')


class ReadThrough:
    def __getitem__(self, key):
        return Path(key).read_text()

    def __setitem__(self, key, value): ...

    def __delitem__(self, key): ...


class Quiet:
    def __setattr__(self, name, value):
        super().__setattr__(name, value)


class Memory:
    def __getitem__(self, key):
        return key

    def __setitem__(self, key, value): ...

    def __contains__(self, key):
        return True

    def __eq__(self, other):
        return True


async def subscripts(shelf: Shelf, memory: Memory):
    shelf['a']  # finding: [blocking-file-io]
    shelf['a'] = 1  # finding: [blocking-file-io]
    del shelf['a']  # finding: [blocking-file-io]
    shelf['a'] += 1  # finding: [blocking-file-io]
    shelf[1:2]  # finding: [blocking-file-io]
    memory['a']  # ok: memory
    memory['a'] = 1  # ok: memory


async def subscripts_one_way(write_only: WriteOnly, read_through: ReadThrough):
    write_only['a'] = ''  # finding: [blocking-file-io]
    del write_only['a']  # finding: [blocking-file-io]
    write_only['a'], *rest = rest  # finding: [blocking-file-io]
    read_through['a']  # finding: [blocking-file-io]
    read_through['a'] = ''  # ok: reads nothing
    del read_through['a']  # ok: reads nothing


async def arithmetic(shelf: Shelf, other):
    shelf - other  # finding: [blocking-file-io]
    1 + shelf  # finding: [blocking-file-io]
    shelf | other  # finding: [blocking-file-io]
    shelf >> 'file'  # finding: [blocking-file-io]
    shelf @ other  # finding: [blocking-file-io]
    -shelf  # finding: [blocking-file-io]
    ~shelf  # finding: [blocking-file-io]
    shelf += 1  # finding: [blocking-file-io]


async def comparisons(shelf: Shelf, memory: Memory):
    'a' in shelf  # finding: [blocking-file-io]
    'a' not in shelf  # finding: [blocking-file-io]
    shelf == 1  # todo-finding: [blocking-file-io] `==` with a literal is left out: such comparisons are most, and what compares itself is compared with its like
    shelf != 1  # todo-finding: [blocking-file-io] `!=` with a literal is left out, as `==` is
    shelf < shelf  # finding: [blocking-file-io]
    shelf is None  # ok: asks nobody
    'a' in memory  # ok: memory
    memory == 1  # ok: memory


async def texts_and_truths(labelled: Labelled):
    f'{labelled}'  # finding: [blocking-file-io]
    str(labelled)  # finding: [blocking-file-io]
    print(labelled)  # finding: [blocking-file-io]
    '%s' % labelled  # finding: [blocking-file-io]
    'a' + str(labelled)  # finding: [blocking-file-io]
    if not labelled:  # finding: [blocking-file-io]
        return 1
    return labelled or 1  # todo-finding: [blocking-file-io] `or` asks `__bool__` of its left side: left out, for 4 of 100 events would be that


async def attributes(assigned: Assigned, quiet: Quiet):
    quiet.name = 'a'  # ok: memory
    assigned.name = 'a'  # finding: [blocking-file-io]
    setattr(assigned, 'name', 'a')  # todo-finding: [blocking-file-io] `setattr(x, name, v)` is `x.name = v`: rare with a name that is known, and a call is no attribute
    del assigned.name  # finding: [blocking-file-io]


async def conversions(shelf: Shelf, memory: Memory):
    f'{shelf}'  # finding: [blocking-file-io]
    f'{shelf!r}'  # finding: [blocking-file-io]
    '{}'.format(memory)  # ok: memory
    print(memory, sep=' ')  # ok: memory
    list(reversed(memory))  # ok: memory
    '{}'.format(shelf)  # finding: [blocking-file-io]
    repr(shelf)  # finding: [blocking-file-io]
    int(shelf)  # finding: [blocking-file-io]
    hash(shelf)  # finding: [blocking-file-io]
    print(shelf)  # finding: [blocking-file-io]
    list(reversed(shelf))  # finding: [blocking-file-io]
    if not shelf:  # finding: [blocking-file-io]
        return memory
    while shelf:  # finding: [blocking-file-io]
        break
    return bool(shelf)  # finding: [blocking-file-io]
