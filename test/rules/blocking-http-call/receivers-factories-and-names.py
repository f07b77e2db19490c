"""Sessions by factory, module global, tuple, walrus, loop and narrowing."""

import contextlib
from contextlib import asynccontextmanager, contextmanager

import httpx
import requests
from requests.adapters import HTTPAdapter

SESSION = requests.Session()
SESSION.mount('https://', HTTPAdapter())
default = {'session': SESSION}
_late = None


def with_retries(retries=3):
    session = requests.Session()
    session.mount('https://', HTTPAdapter(max_retries=retries))
    return session


def by_condition(verify):
    if not verify:
        session = requests.Session()
        session.verify = False
        return session
    return with_retries()


def either(is_async):
    return httpx.AsyncClient() if is_async else httpx.Client()


def late():
    global _late
    if not _late:
        _late = with_retries()
    return _late


async def awaited() -> requests.Session:
    return requests.Session()


@contextmanager
def entered():
    session = requests.Session()
    yield session


@asynccontextmanager
async def entered_asynchronously():
    with requests.Session() as session:
        yield session


def pair():
    return requests.Session(), 'token'


async def factories(url):
    with_retries().get(url)  # finding: [blocking-http-call]
    session = with_retries(5)
    session.get(url)  # finding: [blocking-http-call]
    by_condition(url).get(url)  # finding: [blocking-http-call]
    either(False).get(url)  # ok: may be the asynchronous one
    late().get(url)  # finding: [blocking-http-call]
    (await awaited()).get(url)  # finding: [blocking-http-call]
    with entered() as one:
        one.get(url)  # finding: [blocking-http-call]
    async with entered_asynchronously() as two:
        two.get(url)  # finding: [blocking-http-call]
    with contextlib.closing(requests.Session()) as three:
        three.get(url)  # finding: [blocking-http-call]
    with contextlib.ExitStack() as stack:
        four = stack.enter_context(requests.Session())
        four.get(url)  # finding: [blocking-http-call]
        five = stack.enter_context(contextlib.nullcontext(requests.Session()))
        five.get(url)  # finding: [blocking-http-call]
        token = stack.enter_context(contextlib.nullcontext('token'))
        token.strip()  # ok: str
    async with contextlib.AsyncExitStack() as stack:
        six = await stack.enter_async_context(entered_asynchronously())
        six.get(url)  # finding: [blocking-http-call]
        client = await stack.enter_async_context(httpx.AsyncClient())  # finding: [blocking-socket] information
        await client.get(url)  # ok: asynchronous


async def names(url, sessions: list[requests.Session]):
    SESSION.get(url)  # finding: [blocking-http-call]
    default['session'].get(url)  # finding: [blocking-http-call]
    session, token = pair()
    session.get(url)  # finding: [blocking-http-call]
    token.strip()  # ok: str
    (a, b), *rest = pair(), token
    a.get(url)  # finding: [blocking-http-call]
    if (walrus := with_retries()) is not None:
        walrus.get(url)  # finding: [blocking-http-call]
    while other := late():
        other.get(url)  # finding: [blocking-http-call]
        break
    for index, each in enumerate(sessions):
        each.get(url)  # finding: [blocking-http-call]
    for each, _ in zip(sessions, [1, 2]):
        each.get(url)  # finding: [blocking-http-call]
    [each.get(url) for each in sessions if each]  # finding: [blocking-http-call]
    sessions[-1].get(url)  # finding: [blocking-http-call]
    sessions.pop().get(url)  # finding: [blocking-http-call]
    return b, rest


async def narrowed(url, client: requests.Session | httpx.AsyncClient, unknown, maybe: requests.Session | None = None):
    if isinstance(client, requests.Session):
        client.get(url)  # finding: [blocking-http-call]
    else:
        await client.get(url)  # ok: the asynchronous one
    if not isinstance(client, httpx.AsyncClient):
        client.get(url)  # finding: [blocking-http-call]
    if isinstance(client, httpx.AsyncClient):
        return client.get(url)  # ok: a coroutine
    client.get(url)  # finding: [blocking-http-call]
    if isinstance(unknown, requests.Session):
        unknown.get(url)  # finding: [blocking-http-call]
    if isinstance(unknown, (requests.Session, httpx.Client)):
        unknown.get(url)  # finding: [blocking-http-call]
    unknown.get(url)  # ok: nobody knows
    match unknown:
        case requests.Session() as matched:
            matched.get(url)  # finding: [blocking-http-call]
    assert isinstance(unknown, requests.Session)
    unknown.get(url)  # finding: [blocking-http-call]
    if maybe is None:
        maybe = requests.Session()
    maybe.get(url)  # finding: [blocking-http-call]


async def narrowed_from_none(url, session=None, client: httpx.AsyncClient | None = None):
    if session is None:
        session = requests.Session()
        session.get(url)  # finding: [blocking-http-call]
    session.get(url)  # ok: may be what the caller gave
    client = client or httpx.AsyncClient()  # finding: [blocking-socket] information
    return client.get(url)  # ok: a coroutine
