"""How a program makes its objects tells which methods of theirs may run."""
from abc import ABC, abstractmethod
from pathlib import Path


class Sink(ABC):
    @abstractmethod
    def write(self, text): ...


class MemorySink(Sink):
    def __init__(self):
        self.lines = []

    def write(self, text):
        self.lines.append(text)


class FileSink(Sink):
    def write(self, text):
        Path('log').write_text(text)


class Store(ABC):
    def get(self):
        raise NotImplementedError


class FileStore(Store):
    def get(self):
        return Path('a').read_text()


class OtherStore(Store):
    """Nobody makes one."""

    def get(self):
        return ''


class Log:
    def __init__(self, path=None):
        self.path = path

    def write(self, text):
        if self.path:
            Path(self.path).write_text(text)


class KeptLog(Log):
    def write(self, text):
        if self.path:
            Path(self.path).write_text(text)


def make():
    return MemorySink(), FileStore(), Log(), Log(None), KeptLog('kept')


async def main(sink: Sink, store: Store, log: Log, kept: KeptLog):
    sink.write('x')  # ok: only sinks in memory are made here
    store.get()  # finding: [blocking-file-io] via store.get > pathlib.Path.read_text
    log.write('x')  # ok: no log with a path is made
    kept.write('x')  # finding: [blocking-file-io]
