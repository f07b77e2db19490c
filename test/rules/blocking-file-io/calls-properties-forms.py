"""Properties: inherited, made by call, with setters, cached by hand, descriptors, through chains of attributes."""

import functools
from functools import cached_property
from pathlib import Path


class Descriptor:
    def __get__(self, instance, owner=None):
        return Path('a').read_text()

    def __set__(self, instance, value):
        Path('a').write_text(value)


class Base:
    @property
    def text(self):
        return Path('a').read_text()

    @text.setter
    def text(self, value):
        Path('a').write_text(value)

    @text.deleter
    def text(self):
        Path('a').write_text('')

    @property
    def length(self):
        return len(self.text)

    def _get(self):
        return Path('a').read_text()

    made = property(_get)
    by_lambda = property(lambda self: self._get())
    described = Descriptor()

    @property
    @functools.lru_cache
    def memoised(self):
        return Path('a').read_text()

    @functools.cached_property
    def kept(self):
        return Path('a').read_text()

    @property
    def harmless(self):
        return 'a'


class Child(Base):
    @property
    def text(self):
        return super().text + 'b'

    @cached_property
    def quiet(self):
        return ''


class Holder:
    def __init__(self, base: Base):
        self.base = base
        self.child = Child()

    def describe(self):
        return f'{self.base.text} {self.child.harmless}'


async def reading(base: Base, child: Child, holder: Holder):
    base.text  # finding: [blocking-file-io]
    base.length  # finding: [blocking-file-io]
    base.made  # todo-finding: [blocking-file-io] `property(f)` as a call is not followed
    base.by_lambda  # todo-finding: [blocking-file-io] `property(f)` as a call is not followed
    base.described  # todo-finding: [blocking-file-io] descriptors of the program are not followed
    base.memoised  # finding: [blocking-file-io]
    base.kept  # finding: [blocking-file-io]
    base.harmless  # ok: reads nothing
    child.length  # finding: [blocking-file-io]
    child.text  # finding: [blocking-file-io]
    child.quiet  # ok: reads nothing
    holder.base.text  # finding: [blocking-file-io]
    holder.child.length.bit_length()  # finding: [blocking-file-io]
    holder.describe()  # finding: [blocking-file-io]
    getattr(base, 'text')  # todo-finding: [blocking-file-io] `getattr` with a constant name reads no property
    Base.text  # ok: the property itself


async def writing(base: Base):
    base.text = 'a'  # todo-finding: [blocking-file-io] an assignment runs no setter
    base.described = 'a'  # todo-finding: [blocking-file-io] descriptors of the program are not followed
    del base.text  # finding: [blocking-file-io]
    base.harmless = 1  # ok: no setter


async def remembered(base: Base):
    made = Base()
    made.kept  # finding: [blocking-file-io]
    Base().kept  # finding: [blocking-file-io]
    base.kept  # finding: [blocking-file-io] information


class Primed:
    def __init__(self):
        self.document

    @functools.cached_property
    def document(self):
        return Path('a').read_text()

    async def use(self):
        return self.document  # ok: it was read when the object was made


class Unprimed(Primed):
    def __init__(self):
        self.name = 'a'

    async def use(self):
        return self.document  # finding: [blocking-file-io] information
