"""Lambdas called at once, `map` and `filter` consumed here, keys and partials called here."""

import bisect
import heapq
import itertools
from collections import defaultdict
from functools import cmp_to_key, partial, partialmethod, reduce
from operator import methodcaller
from pathlib import Path


def read(name):
    return Path(name).read_text()


class Store:
    def __init__(self):
        self.load = partial(read, 'a')
        self.handlers = {'read': read}

    def get(self, name):
        return Path(name).read_text()

    get_a = partialmethod(get, 'a')

    def quiet(self, name):
        return name

    quiet_a = partialmethod(quiet, 'a')

    def sort(self, names):
        return sorted(names, key=self.get)


async def lambdas(names, flag):
    (lambda: read('a'))()  # finding: [blocking-file-io] via read > pathlib.Path.read_text
    (lambda name: Path(name).read_text())('a')  # finding: [blocking-file-io]
    (lambda *args, **options: read(*args))('a', flag=flag)  # finding: [blocking-file-io]
    text = (lambda: read('a') if flag else '')()  # finding: [blocking-file-io]
    pick = (lambda: read) if flag else (lambda: read)
    pick()('a')  # finding: [blocking-file-io]
    (lambda: read)  # ok: not called
    return text


async def mapped(names):
    list(map(read, names))  # finding: [blocking-file-io]
    tuple(map(lambda name: Path(name).read_text(), names))  # finding: [blocking-file-io]
    for text in map(Store().get, names):  # finding: [blocking-file-io]
        print(text)
    any(filter(read, names))  # finding: [blocking-file-io]
    sum(map(len, map(read, names)))  # finding: [blocking-file-io]
    dict(zip(names, map(read, names)))  # finding: [blocking-file-io]
    ''.join(map(read, names))  # finding: [blocking-file-io]
    first, *rest = map(read, names)  # finding: [blocking-file-io]
    list(itertools.starmap(read, [names]))  # finding: [blocking-file-io]
    lazy = map(read, names)  # ok: nobody consumes it here
    return lazy, list(map(str.upper, names)), first, rest  # ok: memory


async def keys(names, store: Store):
    sorted(names, key=read)  # finding: [blocking-file-io]
    min(names, key=lambda name: len(read(name)))  # finding: [blocking-file-io]
    names.sort(key=read)  # ok: nobody knows what `names` is
    list(names).sort(key=store.get)  # finding: [blocking-file-io]
    store.sort(names)  # finding: [blocking-file-io] via store.sort > sorted > pathlib.Path.read_text
    heapq.nlargest(3, names, key=read)  # finding: [blocking-file-io]
    bisect.bisect(names, 'a', key=read)  # finding: [blocking-file-io]
    list(itertools.groupby(names, key=len))  # ok: memory
    itertools.groupby(names, key=read)  # ok: nobody consumes it here
    list(itertools.groupby(names, key=read))  # finding: [blocking-file-io]
    sorted(names, key=cmp_to_key(lambda a, b: len(read(a)) - len(read(b))))  # finding: [blocking-file-io]
    sorted(names, key=cmp_to_key(lambda a, b: len(a) - len(b)))  # ok: memory
    reduce(lambda all_texts, name: all_texts + read(name), names, '')  # finding: [blocking-file-io]
    sorted(names, key=str.lower)  # ok: memory
    texts = defaultdict(lambda: read('a'))
    return texts['a']  # todo-finding: [blocking-file-io] `__missing__` calls the default factory for a key that is not there: rarely one that waits


async def partials(store: Store, flag):
    partial(read, 'a')()  # finding: [blocking-file-io]
    load = partial(read, 'a') if flag else partial(read, 'b')
    load()  # finding: [blocking-file-io] via load > pathlib.Path.read_text
    store.load()  # finding: [blocking-file-io] via store.load > pathlib.Path.read_text
    partial(store.get, 'a')()  # finding: [blocking-file-io]
    partial(partial(read), 'a')()  # finding: [blocking-file-io]
    partial(open, mode='rb')('a')  # finding: [blocking-file-io]
    store.quiet_a()  # ok: memory
    store.get_a()  # finding: [blocking-file-io]
    store.handlers['read']('a')  # finding: [blocking-file-io]
    methodcaller('read_text')(Path('a'))  # todo-finding: [blocking-file-io] `methodcaller(name)` calls the method of that name: rare, a lambda is what people write
    partial(read, 'a')  # ok: not called
