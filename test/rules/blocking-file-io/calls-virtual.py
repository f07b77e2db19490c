"""A method that subclasses override: what is declared decides, and a base that does nothing says nothing."""
from abc import ABC, abstractmethod
from pathlib import Path
from typing import Protocol


class Reader(ABC):
    @abstractmethod
    def read(self): ...

    def text(self):
        return self.read()


class FileReader(Reader):
    def read(self):
        return Path('a').read_text()


class MemoryReader(Reader):
    def read(self):
        return ''


class Source(Protocol):
    def read(self): ...


async def main(reader: Reader, source: Source, file_reader: FileReader, memory: MemoryReader):
    reader.read()  # ok: may be in memory
    source.read()  # ok: may be anything
    file_reader.read()  # finding: [blocking-file-io] via file_reader.read > pathlib.Path.read_text
    file_reader.text()  # finding: [blocking-file-io]
    memory.read()  # ok
    memory.text()  # ok


class Mixin:
    def load(self):
        return self.source()


class Loader(Mixin):
    def source(self):
        return Path('a').read_text()

    async def run(self):
        self.load()  # finding: [blocking-file-io]
