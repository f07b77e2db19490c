"""What making an object runs besides `__init__`: default factories, hooks of libraries, metaclasses, class creation."""

import dataclasses
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import attr
from attrs import Factory, define, field as attrs_field
from pydantic import BaseModel, Field, field_validator, model_validator


def read():
    return Path('a').read_text()


@dataclass
class ByFactory:
    name: str
    text: str = field(default_factory=read)


@dataclasses.dataclass
class ByLambda:
    text: str = dataclasses.field(default_factory=lambda: read())


@dataclass
class Inherits(ByFactory):
    other: int = 0


@define
class ByAttrs:
    text: str = attrs_field(factory=read)


@define
class ByAttrsHook:
    name: str

    def __attrs_post_init__(self):
        self.text = read()


@attr.s
class ByOldAttrs:
    text = attr.ib(default=Factory(read))


class ByField(BaseModel):
    text: str = Field(default_factory=read)


class ByModelHook(BaseModel):
    name: str

    def model_post_init(self, context):
        read()


class ByValidator(BaseModel):
    name: str

    @field_validator('name')
    @classmethod
    def check(cls, value):
        return value + read()

    @model_validator(mode='after')
    def check_all(self):
        return self


class Meta(type):
    def __call__(cls, *args):
        Path('made').write_text(cls.__name__)
        return super().__call__(*args)


class ByMetaclass(metaclass=Meta):
    pass


class Registered:
    def __init_subclass__(cls, **options):
        Path('registry').write_text(cls.__name__)


class Named:
    def __set_name__(self, owner, name):
        Path('names').write_text(name)


class Pair(NamedTuple):
    name: str
    text: str = read()


class Chained:
    def __init__(self, name):
        self.config = ByFactory(name)
        self._setup()

    def _setup(self): ...


class Child(Chained):
    def _setup(self):
        self.text = read()


class Reading:
    text = property(lambda self: read())

    def __init__(self):
        self.path = Path('a')
        self.text = self.path.read_text()


class Deferred:
    def __init__(self):
        self.load = lambda: read()
        self.reader = read


async def main():
    ByFactory('a')  # finding: [blocking-file-io]
    ByFactory('a', 'text')  # ok: the text is given
    ByFactory(name='a', text='text')  # ok: the text is given
    ByLambda()  # finding: [blocking-file-io]
    Inherits('a')  # finding: [blocking-file-io]
    ByAttrs()  # finding: [blocking-file-io]
    ByAttrsHook('a')  # finding: [blocking-file-io]
    ByOldAttrs()  # todo-finding: [blocking-file-io] `attr.ib(default=Factory(read))`: the factory stands inside a second call; the other spellings are followed
    ByField()  # finding: [blocking-file-io]
    ByField(text='a')  # ok: the text is given
    ByModelHook(name='a')  # finding: [blocking-file-io]
    ByValidator(name='a')  # finding: [blocking-file-io]
    ByMetaclass()  # todo-finding: [blocking-file-io] `Meta.__call__` makes the object: a summary keeps the bases of a class, and not its keywords
    Pair('a')  # ok: the default was read with the class
    Chained('a')  # finding: [blocking-file-io]
    Child('a')  # finding: [blocking-file-io]
    Reading()  # finding: [blocking-file-io]
    Deferred()  # ok: reads nothing yet
    Deferred().load()  # finding: [blocking-file-io]
    Deferred().reader()  # finding: [blocking-file-io]

    class Local(Registered):  # todo-finding: [blocking-file-io] making a class runs `__init_subclass__` of its bases: classes are seldom made on the loop, and a class statement is no event
        pass

    class Descriptors:
        name = Named()  # todo-finding: [blocking-file-io] making a class runs `__set_name__` of its descriptors: classes are seldom made on the loop, and a class statement is no event
        text = read()  # finding: [blocking-file-io] via read > pathlib.Path.read_text

    return Local, Descriptors


async def by_factories(kinds: list[type[Chained]], kind: type[Reading]):
    kind()  # finding: [blocking-file-io]
    kinds[0]('a')  # finding: [blocking-file-io]
    type(Reading())()  # finding: [blocking-file-io] # finding: [blocking-file-io]
    {'reading': Reading}['reading']()  # finding: [blocking-file-io]
