"""`super()`, bases and overrides: in several levels, with mixins, generics, explicit classes and aliases of methods."""

from __future__ import annotations

from abc import ABC, abstractmethod
from pathlib import Path
from typing import Generic, TypeVar

from unknown_library import Plugin

T = TypeVar('T')


class Root:
    def close(self):
        Path('state').write_text('')

    def open(self):
        return Path('state').read_text()

    def quiet(self):
        return None


class Middle(Root):
    pass


class Leaf(Middle):
    def close(self):
        self.quiet()
        super().close()

    def open(self):
        return super(Leaf, self).open()

    def quiet(self):
        return super().quiet()

    reopen = open

    async def run(self):
        self.close()  # finding: [blocking-file-io] via self.close > super().close > pathlib.Path.write_text
        super().close()  # finding: [blocking-file-io] via super().close > pathlib.Path.write_text
        self.open()  # finding: [blocking-file-io]
        self.reopen()  # finding: [blocking-file-io]
        Root.close(self)  # finding: [blocking-file-io] via Root.close > pathlib.Path.write_text
        super(Leaf, self).open()  # finding: [blocking-file-io]
        self.quiet()  # ok: does nothing all the way up


class Saving:
    def save(self):
        self.path().write_text('')
        return super().save()

    def path(self) -> Path:
        return Path('a')


class Noting:
    def save(self):
        return None


class Both(Saving, Noting):
    async def run(self):
        self.save()  # finding: [blocking-file-io] via self.save > pathlib.Path.write_text


class Repository(ABC, Generic[T]):
    @abstractmethod
    def load(self) -> T: ...

    def first(self) -> T:
        return self.load()


class Files(Repository[str]):
    def load(self):
        return Path('a').read_text()

    async def run(self):
        self.load()  # finding: [blocking-file-io] via self.load > pathlib.Path.read_text
        self.first()  # finding: [blocking-file-io]


class Template:
    """Its steps are written by subclasses; all there are touch the disk."""

    def run_all(self):
        self.before()
        return self.step()

    def before(self):
        return None

    def step(self):
        raise NotImplementedError


class DiskStep(Template):
    def step(self):
        return Path('a').read_text()


class OtherDiskStep(Template):
    def before(self):
        Path('b').write_text('')

    def step(self):
        return Path('b').read_text()


class Extension(Plugin):
    def load(self):
        return Path('a').read_text()

    async def run(self):
        self.load()  # finding: [blocking-file-io] via self.load > pathlib.Path.read_text
        self.inherited()  # ok: the base is not known
        super().load()  # ok: the base is not known


class Quieter(Leaf):
    def close(self):
        return None

    async def run(self):
        self.close()  # ok: overridden by something quiet
        self.open()  # finding: [blocking-file-io]


def make_base():
    return Root


class Dynamic(make_base()):
    async def run(self):
        self.close()  # finding: [blocking-file-io] via self.close > pathlib.Path.write_text


async def main(template: Template, both: Both, leaf: Leaf, quieter: Quieter, root: Root):
    template.run_all()  # finding: [blocking-file-io]
    both.save()  # finding: [blocking-file-io]
    leaf.close()  # finding: [blocking-file-io]
    quieter.close()  # ok: does nothing
    Quieter().open()  # finding: [blocking-file-io]
    root.close()  # finding: [blocking-file-io]
