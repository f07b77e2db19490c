"""Sessions by constructor, annotation, `with`, `self`, module constant, factory, choice and inheritance."""
from __future__ import annotations

from typing import Optional

import requests

SESSION = requests.Session()
_shared: requests.Session | None = None


def make():
    return requests.Session()


def make_declared() -> requests.Session: ...


def shared():
    global _shared
    if _shared is None:
        _shared = requests.Session()
    return _shared


class ApiSession(requests.Session):
    def items(self):
        return self.get('/items')


class Client:
    session: requests.Session

    def __init__(self, session: Optional[requests.Session] = None):
        self.own = session or requests.Session()
        self.lazy = None

    def connect(self):
        self.lazy = requests.Session()
        return self.lazy

    async def run(self, url):
        self.session.get(url)  # finding: [blocking-http-call]
        self.own.get(url)  # finding: [blocking-http-call]
        self.lazy.get(url)  # finding: [blocking-http-call]
        self.connect().get(url)  # finding: [blocking-http-call]
        self.own.headers.get(url)  # ok: a dict


async def main(given: requests.Session, maybe: requests.Session | None, quoted: 'requests.Session', url):
    given.get(url)  # finding: [blocking-http-call]
    maybe.get(url)  # finding: [blocking-http-call]
    quoted.get(url)  # finding: [blocking-http-call]
    SESSION.get(url)  # finding: [blocking-http-call]
    make().get(url)  # finding: [blocking-http-call]
    make_declared().get(url)  # finding: [blocking-http-call]
    shared().get(url)  # finding: [blocking-http-call]
    ApiSession().get(url)  # finding: [blocking-http-call]
    ApiSession().items()  # finding: [blocking-http-call]
    local: requests.Session = unknown()
    local.get(url)  # finding: [blocking-http-call]
    with make() as entered:
        entered.get(url)  # finding: [blocking-http-call]
    first, second = requests.Session(), {}
    first.get(url)  # finding: [blocking-http-call]
    second.get(url)  # ok: a dict
    for session in [requests.Session(), requests.Session()]:
        session.get(url)  # finding: [blocking-http-call]
    either = requests.Session() if url else {}
    either.get(url)  # ok: may be the dict
    get = SESSION.get
    get(url)  # finding: [blocking-http-call]


def unknown(): ...
