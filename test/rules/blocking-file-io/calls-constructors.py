"""Calling a class runs its constructor, own or inherited."""
from dataclasses import dataclass
from pathlib import Path


class Config:
    def __init__(self, path):
        self.text = Path(path).read_text()


class Special(Config):
    pass


class Quiet(Config):
    def __init__(self):
        self.text = ''


class Polite(Config):
    def __init__(self, path):
        super().__init__(path)


@dataclass
class Record:
    path: str

    def __post_init__(self):
        self.text = Path(self.path).read_text()


class Singleton:
    def __new__(cls):
        Path('lock').write_text('')
        return super().__new__(cls)


async def main():
    Config('a')  # finding: [blocking-file-io] via Config > pathlib.Path.read_text
    Special('a')  # finding: [blocking-file-io] via Special > pathlib.Path.read_text
    Quiet()  # ok: reads nothing
    Polite('a')  # finding: [blocking-file-io] via Polite > super().__init__ > pathlib.Path.read_text
    Record('a')  # finding: [blocking-file-io] via Record > pathlib.Path.read_text
    Singleton()  # finding: [blocking-file-io] via Singleton > pathlib.Path.write_text
    return Config  # ok: named, not called
