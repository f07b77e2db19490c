"""Default arguments: evaluated where the `def` stands, and called where the caller gives nothing else."""

from functools import partial
from pathlib import Path


def read(name='a'):
    return Path(name).read_text()


def quiet(name='a'):
    return name


def load(name, reader=read):
    return reader(name)


def load_by_lambda(name, reader=lambda name: Path(name).read_text()):
    return reader(name)


def load_or(name, reader=None):
    reader = reader or read
    return reader(name)


def load_from(source=Path('settings.json')):
    return source.read_text()


class Loader:
    def __init__(self, reader=read):
        self.reader = reader

    def load(self, name):
        return self.reader(name)

    def save(self, name, writer=partial(Path.write_text, Path('a'))):
        return writer(name)


async def evaluated_here():
    def inner(text=Path('a').read_text()):  # finding: [blocking-file-io]
        return text

    other = lambda text=read(): text  # finding: [blocking-file-io] via read > pathlib.Path.read_text

    async def later(text=read()):  # finding: [blocking-file-io] via read > pathlib.Path.read_text
        return text

    def lazily(reader=read):  # ok: named, not called
        return reader

    return inner, other, later, lazily


async def called_by_default(loader: Loader):
    load('a')  # finding: [blocking-file-io]
    load('a', quiet)  # ok: another reader
    load('a', reader=quiet)  # ok: another reader
    load('a', read)  # finding: [blocking-file-io]
    load_by_lambda('a')  # finding: [blocking-file-io]
    load_by_lambda('a', quiet)  # ok: another reader
    load_or('a')  # todo-finding: [blocking-file-io] `reader or read` calls the default where nothing is given: a choice that holds a parameter is no use of it
    load_or('a', quiet)  # ok: another reader
    load_from()  # finding: [blocking-file-io]
    loader.load('a')  # ok: nobody knows which reader it was given
    Loader().load('a')  # todo-finding: [blocking-file-io] `Loader()` keeps `read`, another call of the constructor `quiet`: what objects keep is told by class, not by object
    Loader(quiet).load('a')  # ok: another reader
