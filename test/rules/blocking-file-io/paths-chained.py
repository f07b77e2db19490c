"""Paths by every way to make one path of another, and the files that they open."""

from __future__ import annotations

import asyncio
import os
import pathlib
from os import PathLike
from pathlib import Path, PosixPath, PurePath
from tempfile import TemporaryDirectory

import anyio

HOME = Path.home()
HERE = pathlib.Path(__file__).resolve().parent
DEFAULTS = {'root': HERE}
DATA, LOGS = HERE / 'data', HERE / 'logs'


class Paths:
    root = HERE
    cache = root / 'cache'

    def __init__(self, root: str | PathLike[str]):
        self.root = Path(root)
        self.hosts = self.root / 'etc' / 'hosts'
        self.names: list[Path] = []
        self.maybe: Path | None = None

    @property
    def log(self) -> Path:
        return self.root.joinpath('log')

    def inside(self, *parts: str):
        return self.root.joinpath(*parts)

    async def run(self):
        self.hosts.write_text('')  # finding: [blocking-file-io]
        self.hosts.unlink()  # finding: [blocking-path-check]
        self.log.read_text()  # finding: [blocking-file-io]
        self.inside('a', 'b').read_bytes()  # finding: [blocking-file-io]
        self.cache.read_text()  # finding: [blocking-file-io]
        (self.root / 'a').with_name('b').read_text()  # finding: [blocking-file-io]
        if self.maybe:
            self.maybe.write_bytes(b'')  # finding: [blocking-file-io]
        for name in self.names:
            name.read_text()  # finding: [blocking-file-io]
        self.hosts.with_suffix('.bak').as_posix()  # ok: no disk


class Application:
    def __init__(self):
        self.paths = Paths('.')

    async def run(self):
        self.paths.hosts.read_text()  # finding: [blocking-file-io]
        self.paths.log.parent.joinpath('other').read_text()  # finding: [blocking-file-io]


async def chained(name, *parts):
    Path(name).parent.joinpath('a').read_text()  # finding: [blocking-file-io]
    Path(name).parent.parent.joinpath(*parts).with_suffix('.txt').read_text()  # finding: [blocking-file-io]
    Path(name).expanduser().read_text()  # finding: [blocking-file-io]
    Path('~').expanduser().joinpath('a').open('w').write('')  # finding: [blocking-file-io]
    Path(name).resolve().read_text()  # finding: [blocking-path-check] # finding: [blocking-file-io]
    Path(name).absolute().read_bytes()  # finding: [blocking-file-io]
    Path.cwd().joinpath("a").read_text()  # finding: [blocking-file-io]
    (HOME / '.netrc').read_text()  # finding: [blocking-file-io]
    ('data' / Path(name)).read_text()  # finding: [blocking-file-io]
    (Path(name) / 'a' / 'b').parent.rglob('*')  # ok: lazy
    Path(name).parents[1].read_text()  # finding: [blocking-file-io]
    Path(os.environ['HOME'], 'a').read_text()  # finding: [blocking-file-io]
    Path(name).relative_to('/').with_stem('a').read_text()  # finding: [blocking-file-io]
    PosixPath(name).read_text()  # finding: [blocking-file-io]
    Path(name).rename('b').read_text()  # finding: [blocking-path-check] # finding: [blocking-file-io]
    PurePath(name).joinpath('a').as_posix()  # ok: no disk


async def constants():
    DATA.joinpath('a').read_text()  # finding: [blocking-file-io]
    LOGS.write_text('')  # finding: [blocking-file-io]
    HERE.read_text()  # finding: [blocking-file-io]
    DEFAULTS['root'].read_text()  # finding: [blocking-file-io]
    Path(__file__).with_name('a').read_text()  # finding: [blocking-file-io]
    Paths.root.read_text()  # finding: [blocking-file-io]
    DATA.name.upper()  # ok: text


async def loops(folder: Path, names: set[Path], pairs: list[tuple[str, Path]]):
    for child in folder.iterdir():  # finding: [blocking-file-io]
        child.read_text()  # finding: [blocking-file-io]
    for child in sorted(folder.glob('*.py')):  # finding: [blocking-file-io]
        child.write_text('')  # finding: [blocking-file-io]
    for name in names:
        name.read_text()  # finding: [blocking-file-io]
    for _, path in pairs:
        path.read_text()  # finding: [blocking-file-io]
    for index, path in enumerate(folder.parents):
        path.read_text()  # finding: [blocking-file-io]
    texts = {path.name: path.read_text() for path in names}  # finding: [blocking-file-io]
    newest = max(names)
    newest.read_text()  # finding: [blocking-file-io]
    first = next(iter(names))
    first.read_text()  # finding: [blocking-file-io]
    for child in await asyncio.to_thread(list, folder.iterdir()):  # ok: listed in a thread
        child.read_text()  # todo-finding: [blocking-file-io] what to_thread gives, here `list`'s result, is not followed
    return texts


async def conversions(path: Path, text: str, either: str | Path, like: os.PathLike, maybe: Path | str | None):
    Path(text).read_text()  # finding: [blocking-file-io]
    Path(either).read_text()  # finding: [blocking-file-io]
    Path(like).read_text()  # finding: [blocking-file-io]
    if isinstance(either, str):
        either = Path(either)
    either.read_text()  # finding: [blocking-file-io]
    if not isinstance(maybe, Path):
        maybe = Path(maybe or '.')
    maybe.read_text()  # finding: [blocking-file-io]
    (await anyio.Path(path).resolve()).read_text()  # ok: a coroutine
    anyio.Path(path).name.upper()  # ok: text


async def temporary():
    with TemporaryDirectory() as name:  # finding: [blocking-file-io]
        (Path(name) / 'a').write_text('')  # finding: [blocking-file-io]


class Special(Path):
    """A class of the program's own that is a path."""

    def lines(self):
        return self.read_text().splitlines()


async def subclass(special: Special):
    special.read_text()  # finding: [blocking-file-io]
    special.lines()  # finding: [blocking-file-io]
    Special('a').lines()  # finding: [blocking-file-io]


async def made_in_a_thread(name):
    file = await asyncio.to_thread(open, name)
    file.read()  # finding: [blocking-file-io]
    path = await asyncio.to_thread(Path.cwd)
    path.read_text()  # finding: [blocking-file-io]
    text = await asyncio.to_thread(path.read_text)
    text.strip()  # ok: str
