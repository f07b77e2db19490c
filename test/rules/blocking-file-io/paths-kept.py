"""Paths are mostly kept somewhere: module constants, `self`, class attributes, chains of attributes, results of functions."""
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parent
CACHE: Path = ROOT / 'cache'


def settings_path() -> Path:
    return ROOT / 'settings'


def guessed_path():
    return ROOT / 'settings'


@dataclass
class Locations:
    hosts: Path
    others: list[Path] = field(default_factory=list)


class Store:
    base = ROOT / 'store'

    def __init__(self, path: Path, text: str):
        self.path = path
        self.text = text
        self.backup = path.with_suffix('.bak')
        self.locations = Locations(path)

    async def write(self):
        self.path.write_text('')  # finding: [blocking-file-io]
        self.backup.write_text('')  # finding: [blocking-file-io]
        self.base.write_text('')  # finding: [blocking-file-io]
        self.locations.hosts.write_text('')  # finding: [blocking-file-io]
        for other in self.locations.others:
            other.write_text('')  # finding: [blocking-file-io]
        self.text.replace('a', 'b')  # ok: str
        self.path.with_name('b')  # ok: no disk


async def main(store: Store, paths: list[Path], by_name: dict[str, Path], either: Path | str, maybe: Path | None):
    CACHE.write_text('')  # finding: [blocking-file-io]
    (ROOT / 'a' / 'b').read_text()  # finding: [blocking-file-io]
    ROOT.joinpath('a').read_text()  # finding: [blocking-file-io]
    settings_path().read_text()  # finding: [blocking-file-io]
    guessed_path().read_text()  # finding: [blocking-file-io]
    store.path.write_text('')  # finding: [blocking-file-io]
    store.locations.hosts.read_text()  # finding: [blocking-file-io]
    for path in paths:
        path.read_text()  # finding: [blocking-file-io]
    paths[0].read_text()  # finding: [blocking-file-io]
    [path.read_text() for path in paths]  # finding: [blocking-file-io]
    either.replace('a', 'b')  # ok: may be a str
    if maybe is not None:
        maybe.read_text()  # finding: [blocking-file-io]
    for path in by_name.values():
        path.read_text()  # finding: [blocking-file-io]
    by_name['a'].read_text()  # finding: [blocking-file-io]
    with CACHE.open() as file:  # finding: [blocking-file-io]
        file.read()  # ok: moves with the `open`
