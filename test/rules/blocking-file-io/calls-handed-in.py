"""Functions handed to a call that runs them there and then."""
import functools
import re
from functools import partial, reduce
from pathlib import Path


def size(name):
    return len(Path(name).read_text())


def merge(left, right):
    return size(left) + size(right)


async def main(names):
    sorted(names, key=size)  # finding: [blocking-file-io] via sorted > pathlib.Path.read_text
    max(names, key=lambda name: Path(name).read_text())  # finding: [blocking-file-io]
    sorted(names, key=len)  # ok
    reduce(merge, names)  # finding: [blocking-file-io]
    re.sub('a', lambda match: Path(match[0]).read_text(), 'a')  # finding: [blocking-file-io]
    read = partial(size, 'a')
    read()  # finding: [blocking-file-io] via read > pathlib.Path.read_text
    functools.partial(size, 'a')()  # finding: [blocking-file-io]
    partial(size, 'a')  # ok: not called
    lazy = map(size, names)  # ok: not consumed
    list(map(size, names))  # finding: [blocking-file-io]
    [*map(size, names)]  # finding: [blocking-file-io]
    for name in filter(size, names):  # finding: [blocking-file-io]
        print(name)
    ordered = list(names)
    ordered.sort(key=size)  # finding: [blocking-file-io]
    return lazy


def apply(function, *args):
    return function(*args)


async def higher_order(names):
    apply(size, 'a')  # finding: [blocking-file-io]
    apply(lambda: Path('a').read_text())  # finding: [blocking-file-io]
