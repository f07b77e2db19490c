"""Lazy iterators that are made here and consumed elsewhere: by a thread, a generator, another function."""

import asyncio
import csv
import functools
import itertools
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import anyio
from starlette.responses import StreamingResponse


def texts(paths):
    for path in paths:
        yield path.read_text()


class Tree:
    def __init__(self, root: Path):
        self.root = root
        self.files = root.rglob('*')

    def pages(self):
        for path in self.root.iterdir():
            yield path.read_text()


async def consumed_in_a_thread(root: Path, tree: Tree):
    await asyncio.to_thread(list, root.glob('*'))  # ok
    await asyncio.to_thread(lambda: [path.name for path in root.rglob('*')])  # ok
    await asyncio.to_thread(sorted, texts(root.iterdir()))  # ok
    await asyncio.to_thread(sum, (1 for _ in root.iterdir()))  # ok: consumed elsewhere
    await asyncio.to_thread(next, tree.pages(), None)  # ok
    await asyncio.to_thread(list, os.scandir(root))  # ok
    await asyncio.to_thread(functools.partial(sorted, os.walk(root)))  # ok
    await asyncio.to_thread(list, map(Path.read_text, root.iterdir()))  # ok
    await asyncio.to_thread(list, itertools.islice(root.rglob('*'), 3))  # ok
    await anyio.to_thread.run_sync(list, tree.files)  # ok
    pages = tree.pages()
    while (page := await asyncio.to_thread(next, pages, None)) is not None:  # ok
        print(page)


async def handed_on(root: Path, tree: Tree):
    lazy = (path for path in root.glob('*') if path.is_file())  # ok: consumed elsewhere
    await asyncio.to_thread(list, lazy)  # ok
    chained = itertools.chain(root.glob('*.py'), root.glob('*.txt'))  # ok: lazy
    filtered = filter(Path.is_file, root.rglob('*'))  # ok: lazy
    mapped = map(Path.read_text, root.iterdir())  # ok: lazy
    StreamingResponse(tree.pages())  # ok: Starlette iterates it in a thread
    return chained, filtered, mapped


async def executors(root: Path):
    pool = ThreadPoolExecutor()
    results = pool.map(Path.read_text, root.glob('*'))  # finding: [blocking-file-io]
    futures = [pool.submit(path.read_text) for path in root.iterdir()]  # finding: [blocking-file-io]
    return results, futures


def listing(root: Path):
    return root.glob('*')


def newest(paths):
    return max(paths)


async def through_helpers(root: Path, tree: Tree):
    found = listing(root)  # ok: lazy
    for path in found:  # finding: [blocking-file-io]
        print(path)
    for path in listing(root):  # finding: [blocking-file-io]
        print(path)
    for path in tree.files:  # finding: [blocking-file-io]
        print(path)
    list(tree.pages())  # finding: [blocking-file-io]
    newest(root.glob('*'))  # finding: [blocking-file-io]
    with open('a.csv') as file:  # finding: [blocking-file-io]
        rows = csv.reader(file)  # ok: lazy
        for row in rows:  # ok: moves with the `open` above, whose file it reads
            print(row)
    with os.scandir(root) as entries:
        for entry in entries:  # finding: [blocking-file-io]
            entry.stat()  # finding: [blocking-path-check]
