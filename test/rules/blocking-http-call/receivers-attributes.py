"""Attributes that hold sessions: set in any method, in a base, from a parameter, as fields of data classes and models."""

import dataclasses
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple, Optional

import aiohttp
import attr
import attrs
import httpx
import pydantic
import requests
from attrs import define
from pydantic import BaseModel, ConfigDict, Field, PrivateAttr


class Base:
    def setup(self):
        self.from_base = requests.Session()

    def __init__(self):
        self.session = requests.Session()


class Middle(Base):
    def connect(self) -> None:
        self.late = requests.Session()


class Api(Middle):
    shared = requests.Session()
    declared: requests.Session
    nothing = None

    def __init__(self, given: requests.Session, untyped, *, optional: Optional[requests.Session] = None, other=None):
        super().__init__()
        self.given = given
        self._untyped = untyped
        self.optional = optional or requests.Session()
        self.other: Optional[requests.Session] = other
        self.first, self.second = requests.Session(), aiohttp.ClientSession()
        self.chained = self.copied = requests.Session()
        self.nothing = None
        with requests.Session() as self.entered:
            pass
        if other is None:
            self.branch = requests.Session()
        else:
            self.branch = httpx.Client()
        setattr(self, 'dynamic', requests.Session())

    @property
    def lazy(self):
        if self._lazy is None:
            self._lazy = requests.Session()
        return self._lazy

    _lazy = None

    @cached_property
    def cached(self) -> requests.Session:
        return requests.Session()

    async def run(self, url):
        self.session.get(url)  # finding: [blocking-http-call]
        self.from_base.get(url)  # finding: [blocking-http-call]
        self.late.get(url)  # finding: [blocking-http-call]
        self.shared.get(url)  # finding: [blocking-http-call]
        Api.shared.get(url)  # finding: [blocking-http-call]
        self.declared.get(url)  # finding: [blocking-http-call]
        self.given.get(url)  # finding: [blocking-http-call]
        self.optional.get(url)  # finding: [blocking-http-call]
        self.other.get(url)  # finding: [blocking-http-call]
        self.first.get(url)  # finding: [blocking-http-call]
        await self.second.get(url)  # ok: aiohttp
        self.chained.get(url)  # finding: [blocking-http-call]
        self.copied.get(url)  # finding: [blocking-http-call]
        self.entered.get(url)  # finding: [blocking-http-call]
        self.branch.get(url)  # finding: [blocking-http-call]
        self.lazy.get(url)  # finding: [blocking-http-call]
        self.cached.get(url)  # finding: [blocking-http-call]
        self._untyped.get(url)  # ok: nobody knows
        self.nothing.get(url)  # ok: None only
        self.dynamic.get(url)  # ok: set by name
        self.missing.get(url)  # ok: nobody sets it


class Either(Base):
    def __init__(self, mock=None):
        self.session = mock

    async def run(self, url):
        self.session.get(url)  # ok: its own constructor sets something unknown


class SetFromOutside:
    def __init__(self):
        self.session = None

    async def run(self, url):
        self.session.get(url)  # ok: who sets it is elsewhere


@dataclass
class Settings:
    session: requests.Session
    made: requests.Session = field(default_factory=requests.Session)
    maybe: Optional[requests.Session] = None
    untyped: object = None

    async def run(self, url):
        self.session.get(url)  # finding: [blocking-http-call]
        self.made.get(url)  # finding: [blocking-http-call]
        self.maybe.get(url)  # finding: [blocking-http-call]
        self.untyped.get(url)  # ok


@dataclasses.dataclass(frozen=True, slots=True)
class Frozen:
    session: requests.Session = dataclasses.field(repr=False)


@attr.s(auto_attribs=True)
class OldAttrs:
    session: requests.Session = attr.ib(factory=requests.Session)


@define
class NewAttrs:
    session: requests.Session = attrs.field(factory=requests.Session)


class Model(BaseModel):
    model_config = ConfigDict(arbitrary_types_allowed=True)

    session: requests.Session = Field(default_factory=requests.Session)
    name: str = ''
    _private: requests.Session = PrivateAttr(default_factory=requests.Session)

    async def run(self, url):
        self.session.get(url)  # finding: [blocking-http-call]
        self._private.get(url)  # finding: [blocking-http-call]
        self.name.strip()  # ok: str


@pydantic.dataclasses.dataclass
class Validated:
    session: requests.Session


class Pair(NamedTuple):
    session: requests.Session
    client: httpx.AsyncClient


async def by_fields(settings: Settings, frozen: Frozen, old: OldAttrs, new: NewAttrs, model: Model, url):
    settings.made.get(url)  # finding: [blocking-http-call]
    frozen.session.get(url)  # finding: [blocking-http-call]
    old.session.get(url)  # finding: [blocking-http-call]
    new.session.get(url)  # finding: [blocking-http-call]
    model.session.get(url)  # finding: [blocking-http-call]
    Settings(requests.Session()).session.get(url)  # finding: [blocking-http-call]


async def by_others(validated: Validated, pair: Pair, url):
    validated.session.get(url)  # finding: [blocking-http-call]
    pair.session.get(url)  # finding: [blocking-http-call]
    await pair.client.get(url)  # ok: asynchronous
    session, client = pair
    session.get(url)  # finding: [blocking-http-call]
    await client.get(url)  # ok: asynchronous
    pair[0].get(url)  # finding: [blocking-http-call]
    await pair[1].get(url)  # ok: asynchronous


class Shared:
    client = requests.Session()

    async def run(self, url):
        self.client.get(url)  # ok: one of two


async def replaced_from_outside(shared: Shared, url):
    shared.client.get(url)  # ok: one of two, whichever it is here
    shared.client = aiohttp.ClientSession()
    await shared.client.get(url)  # ok
    return shared.client.get(url)  # ok


class Unpacked:
    def __init__(self, pairs, url):
        self.a, (self.b, self.c) = requests.Session(), (1, requests.Session())
        self.d, self.e, self.f = *pairs, requests.Session()
        [self.g, self.h] = self.pair()
        for self.each in [requests.Session()]:
            self.each.get(url)
        self.i = self.j = requests.Session()

    def pair(self) -> tuple[int, requests.Session]:
        return 1, requests.Session()

    async def run(self, url):
        self.a.get(url)  # finding: [blocking-http-call]
        self.b.get(url)  # ok: a number
        self.c.get(url)  # finding: [blocking-http-call]
        self.e.get(url)  # ok: what stands behind a `*` is not counted
        self.f.get(url)  # ok: what stands behind a `*` is not counted
        self.g.get(url)  # ok: a number
        self.h.get(url)  # finding: [blocking-http-call]
        self.each.get(url)  # finding: [blocking-http-call]
        self.j.get(url)  # finding: [blocking-http-call]
