"""Attributes that the code around a class sets on its objects, beside those of which it is not known what is set."""

import sys
from typing import Any

import aiohttp
import requests


class Worker:
    """The class itself sets nothing."""

    async def run(self):
        self.session.get('/')  # finding: [blocking-http-call]
        self.client.get('/')  # ok: one of two, and one of them is asynchronous
        self.remote.get('/')  # ok: somebody sets it on what nobody knows
        self.nested.get('/')  # finding: [blocking-http-call]
        self.missing.get('/')  # ok: nobody sets it


class Other:
    async def run(self):
        self.session.get('/')  # ok: set on another class
        self.nested.get('/')  # ok: the same


class Holder:
    worker: Worker

    def __init__(self):
        self.worker = Worker()

    async def run(self):
        self.worker.session.get('/')  # finding: [blocking-http-call]
        self.worker.client.get('/')  # ok: one of two


async def main():
    worker = Worker()
    worker.session = requests.Session()
    worker.client = requests.Session()
    worker.remote = requests.Session()
    holder = Holder()
    holder.worker.nested = requests.Session()
    await worker.run()


def upgrade(worker: Worker, anything):
    anything.remote = anything.session_of_its_own
    worker.client = aiohttp.ClientSession()


class Defaulted:
    """Something that is not there yet: others put it there."""

    session = None
    other = None

    def __init__(self):
        self.client = None
        self.late = None

    async def run(self):
        self.session.get('/')  # finding: [blocking-http-call]
        self.client.get('/')  # finding: [blocking-http-call]
        self.late.get('/')  # ok: somebody sets it on what nobody knows
        self.other.get('/')  # ok: it is set to an asynchronous client


def fill(defaulted: Defaulted, unknown):
    defaulted.session = requests.Session()
    defaulted.client = requests.Session()
    defaulted.client = None
    defaulted.late = requests.Session()
    unknown.late = unknown.something()
    defaulted.other = aiohttp.ClientSession()


class Own:
    """What the class says itself, and what others put beside it."""

    def __init__(self, url: str):
        self.kept = requests.Session()
        self.replaced = requests.Session()
        self.lost = requests.Session()
        self.declared: requests.Session = requests.Session()
        self.counted = requests.Session()

    async def run(self):
        self.kept.get('/')  # finding: [blocking-http-call]
        self.replaced.get('/')  # ok: replaced by an asynchronous client
        self.lost.get('/')  # ok: replaced by what nobody knows
        self.declared.get('/')  # finding: [blocking-http-call]


def replace(own: Own, session):
    own.replaced = aiohttp.ClientSession()
    own.lost = session
    own.declared = session
    session.kept = session


class Typed:
    """Set on the class."""

    session: Any = None

    async def run(self):
        self.session.get('/')  # finding: [blocking-http-call]
        self.shared.get('/')  # finding: [blocking-http-call]
        Typed.session.get('/')  # finding: [blocking-http-call]

    def prepare(self):
        self.__class__.shared = requests.Session()


Typed.session = requests.Session()


class Base:
    async def run(self):
        self.own.get('/')  # finding: [blocking-http-call]
        self.only.get('/')  # ok: which subclass this is nobody knows


class Derived(Base):
    async def run_more(self):
        self.own.get('/')  # finding: [blocking-http-call]
        self.only.get('/')  # finding: [blocking-http-call]


def attach(base: Base, derived: Derived):
    base.own = requests.Session()
    derived.only = requests.Session()


class Patched:
    """A method is the class's own, whatever is set in its place."""

    def load(self):
        return requests.get('/')

    @property
    def session(self):
        return aiohttp.ClientSession()

    @session.setter
    def session(self, value):
        self.__dict__['session'] = value

    async def run(self):
        self.load()  # finding: [blocking-http-call] via self.load > requests.get
        self.session.get('/')  # ok: the property gives another


def patch(patched: Patched):
    patched.load = lambda: None
    patched.session = requests.Session()


class Linked:
    """Links of a list: what is set on one of them is asked of another."""

    def __init__(self):
        self.next = None
        self.session = None

    async def run(self):
        self.next.next.session.get('/')  # todo-finding: [blocking-http-call] circles are unknown


def link(first: Linked, second: Linked):
    first.next = second
    first.next.next = Linked()
    first.next.next.next = first.next
    first.next.session = requests.Session()


class Unpacked:
    async def run(self):
        self.a.get('/')  # finding: [blocking-http-call]
        self.b.get('/')  # ok: the asynchronous one
        self.c.get('/')  # finding: [blocking-http-call]


async def unpack(unpacked: Unpacked):
    unpacked.a, unpacked.b = requests.Session(), aiohttp.ClientSession()
    with requests.Session() as unpacked.c:
        await unpacked.run()
    sys.exit(0)
    unpacked.a = aiohttp.ClientSession()
