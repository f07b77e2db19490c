"""Protocols and abstract methods are unknown, unless the program has few implementations and all of them block."""

import abc
from pathlib import Path
from typing import Protocol, runtime_checkable


class Store(abc.ABC):
    """Two implementations, both on disk."""

    @abc.abstractmethod
    def load(self) -> str:
        """Returns the text."""

    @property
    @abc.abstractmethod
    def size(self) -> int: ...


class FileStore(Store):
    def load(self):
        return Path('a').read_text()

    @property
    def size(self):
        return len(Path('a').read_bytes())


class FolderStore(Store):
    def load(self):
        return ''.join(sorted(path.read_text() for path in Path().iterdir()))

    @property
    def size(self):
        return sum(len(path.read_bytes()) for path in Path().iterdir())


class Cache(abc.ABC):
    """One implementation on disk, one in memory."""

    def get(self):
        raise NotImplementedError()

    @property
    @abc.abstractmethod
    def text(self): ...

    @property
    @abc.abstractmethod
    def path(self) -> Path: ...

    @property
    @abc.abstractmethod
    def folder(self):
        """Returns the folder."""


class DiskCache(Cache):
    def get(self):
        return Path('a').read_text()

    @property
    def text(self):
        return Path('a').read_text()

    @property
    def path(self):
        return self.unknown

    @property
    def folder(self):
        return Path('a')


class MemoryCache(Cache):
    def get(self):
        return 'a'

    text = 'a'


class Backend:
    """One of its implementations is asynchronous."""

    def send(self):
        raise NotImplementedError


class DiskBackend(Backend):
    def send(self):
        Path('a').write_text('')


class AsyncBackend(Backend):
    async def send(self):
        return None


@runtime_checkable
class Source(Protocol):
    def read(self) -> str: ...


class DiskSource:
    def read(self):
        return Path('a').read_text()


class MemorySource:
    def read(self):
        return 'a'


class DeclaredSource(Source):
    def read(self):
        return Path('a').read_text()


class Notifier(Protocol):
    def __call__(self, text: str) -> None: ...


def to_disk(text):
    Path('a').write_text(text)


class Unimplemented(abc.ABC):
    @abc.abstractmethod
    def run(self): ...


class Overridden:
    """Blocks by itself; a subclass does not."""

    def run(self):
        Path('a').write_text('')


class Harmless(Overridden):
    def run(self):
        return None


async def abstract(store: Store, cache: Cache, backend: Backend, unimplemented: Unimplemented):
    store.load()  # finding: [blocking-file-io]
    store.size  # finding: [blocking-file-io]
    cache.get()  # ok: may be in memory
    cache.text  # ok: may be in memory
    cache.path.read_text()  # finding: [blocking-file-io]
    cache.folder.read_text()  # finding: [blocking-file-io]
    backend.send()  # ok: may be a coroutine
    unimplemented.run()  # ok: nobody implements it


async def protocols(source: Source, disk: DiskSource, declared: DeclaredSource, notifier: Notifier):
    source.read()  # ok: a Protocol is implemented by whatever has its shape, here `MemorySource`
    disk.read()  # finding: [blocking-file-io] via disk.read > pathlib.Path.read_text
    declared.read()  # finding: [blocking-file-io] via declared.read > pathlib.Path.read_text
    notifier('a')  # ok: anything of that shape may come
    notify(to_disk)  # finding: [blocking-file-io]

    notify(print)  # ok: prints only


def notify(notifier: Notifier):
    notifier('a')


async def concrete(overridden: Overridden, harmless: Harmless):
    overridden.run()  # finding: [blocking-file-io]
    harmless.run()  # ok: does nothing
    Overridden().run()  # finding: [blocking-file-io]
