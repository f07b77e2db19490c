"""One session, annotated in every spelling that type checkers accept, beside annotations that promise nothing."""

from __future__ import annotations

import asyncio
import enum
import queue
import typing as t
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Dict, Final, Generic, List, Literal, NewType, Optional, Self, TypeAlias, TypeVar, Union

import httpx
import requests

if TYPE_CHECKING:
    import requests as rq
    from requests import Session as Web
    from requests.sessions import Session as DeepSession

    from elsewhere import Unknown

T = TypeVar('T')
SessionT = TypeVar('SessionT', bound=requests.Session)
Http: TypeAlias = 'requests.Session'
Maybe = Optional[requests.Session]
Either = requests.Session | None
type Modern = requests.Session
Named = NewType('Named', requests.Session)
Text = NewType('Text', str)
QuotedT = TypeVar('QuotedT', bound='requests.Session')
AsyncT = TypeVar('AsyncT', bound=httpx.AsyncClient)
ChoiceT = TypeVar('ChoiceT', requests.Session, httpx.AsyncClient)


async def strings(a: 'requests.Session', b: 'Optional[requests.Session]', c: Optional['requests.Session'], d: 'Web | None'):
    a.get('/')  # finding: [blocking-http-call]
    b.get('/')  # finding: [blocking-http-call]
    c.get('/')  # finding: [blocking-http-call]
    d.get('/')  # finding: [blocking-http-call]


async def unions(
    a: Union[requests.Session, None],
    b: None | requests.Session,
    c: t.Optional[requests.Session],
    d: t.Union[requests.Session, httpx.Client],
    e: requests.Session | httpx.AsyncClient,
    f: Union[requests.Session, Any],
):
    a.get('/')  # finding: [blocking-http-call]
    b.get('/')  # finding: [blocking-http-call]
    c.get('/')  # finding: [blocking-http-call]
    d.get('/')  # finding: [blocking-http-call]
    e.get('/')  # ok: may be the asynchronous one
    f.get('/')  # ok: may be anything


async def wrapped(
    a: Annotated[requests.Session, 'shared'],
    b: Annotated[Optional[requests.Session], 'shared'] = None,
    c: t.Annotated['requests.Session', 1] = None,
):
    a.get('/')  # finding: [blocking-http-call]
    b.get('/')  # finding: [blocking-http-call]
    c.get('/')  # finding: [blocking-http-call]


async def aliases(a: Http, b: Maybe, c: Either, d: Modern, e: Named, f: SessionT):
    a.get('/')  # finding: [blocking-http-call]
    b.get('/')  # finding: [blocking-http-call]
    c.get('/')  # finding: [blocking-http-call]
    d.get('/')  # finding: [blocking-http-call]
    e.get('/')  # finding: [blocking-http-call]
    f.get('/')  # finding: [blocking-http-call]


async def made_of_others(a: Text, b: QuotedT, c: AsyncT, d: ChoiceT):
    a.get('/')  # ok: a text
    b.get('/')  # finding: [blocking-http-call]
    await c.get('/')  # ok: the asynchronous one
    d.get('/')  # ok: may be the asynchronous one
    Named(requests.Session()).get('/')  # finding: [blocking-http-call]
    t.cast('requests.Session', a).get('/')  # finding: [blocking-http-call]
    t.cast('httpx.AsyncClient', a).get('/')  # ok: the asynchronous one


def itself(session: SessionT) -> SessionT:
    return session


async def keeps_its_type(client: httpx.AsyncClient):
    await itself(client).get('/')  # ok: what it was given


async def for_checkers_only(a: rq.Session, b: Web, c: DeepSession, d: Unknown):
    a.get('/')  # finding: [blocking-http-call]
    b.get('/')  # finding: [blocking-http-call]
    c.get('/')  # finding: [blocking-http-call]
    d.get('/')  # ok: nobody knows


async def says_nothing(a: Any, b: object, c: T, d: Literal['get'], e: t.Callable[[], requests.Session]):
    a.get('/')  # ok
    b.get('/')  # ok
    c.get('/')  # ok
    d.get('/')  # ok
    e.get('/')  # ok: not a session itself
    e().get('/')  # finding: [blocking-http-call]


async def made_by_callables(
    a: t.Callable[..., httpx.AsyncClient],
    b: t.Callable[[str], t.Awaitable[requests.Session]],
    c: t.Callable[[], Any],
    d: Optional[t.Callable[[], requests.Session]] = None,
):
    await a().get('/')  # ok: the asynchronous one
    (await b('a')).get('/')  # finding: [blocking-http-call]
    b('a').get('/')  # ok: not awaited
    c().get('/')  # ok: may be anything
    if d:
        d().get('/')  # finding: [blocking-http-call]


class Api:
    home: ClassVar[requests.Session]
    other: Final[requests.Session]
    quoted: 'ClassVar[requests.Session]'
    kinds: type[requests.Session]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None: ...

    def named(self, name: str) -> Self:
        return self

    def clone(self) -> 'Api':
        return Api()

    @classmethod
    def make(cls: type[Api]) -> Self:
        return cls()

    def fetch(self):
        return requests.get('/')

    async def run(self):
        self.home.get('/')  # finding: [blocking-http-call]
        self.other.get('/')  # finding: [blocking-http-call]
        self.quoted.get('/')  # finding: [blocking-http-call]
        self.kinds().get('/')  # finding: [blocking-http-call]
        self.named('a').fetch()  # finding: [blocking-http-call]
        self.named('a').named('b').fetch()  # finding: [blocking-http-call]
        self.clone().fetch()  # finding: [blocking-http-call]
        Api.make().fetch()  # finding: [blocking-http-call]
        with Api() as api:
            api.fetch()  # finding: [blocking-http-call]


class Box(Generic[T]):
    def __init__(self, value: T):
        self.value = value

    def fetch(self):
        return requests.get('/')


class PlainBox[V]:
    def fetch(self):
        return requests.get('/')


class Kind(enum.Enum):
    PLAIN = 'plain'

    def fetch(self):
        return requests.get('/')


async def made_of_generics(values: dict[str, int]):
    Box[int](1).fetch()  # finding: [blocking-http-call]
    PlainBox[int]().fetch()  # finding: [blocking-http-call]
    queue.Queue[str]().get()  # finding: [blocking-wait]
    asyncio.Queue[str]().get()  # ok: a coroutine
    Kind['PLAIN']()  # ok: a member
    values['a'].fetch()  # ok: nobody knows


async def origins_of_generics(a: Box[int], b: 'Box[str] | None', c: PlainBox[int], d: list[requests.Session]):
    a.fetch()  # finding: [blocking-http-call]
    b.fetch()  # finding: [blocking-http-call]
    c.fetch()  # finding: [blocking-http-call]
    d[0].get('/')  # finding: [blocking-http-call]
    d.clear()  # ok: a list


type Pool[V] = list[requests.Session]
Row: TypeAlias = 'dict[str, requests.Session]'
FLAGS = {'a'} | {'b'}


async def quoted_forms(
    a: 'list[requests.Session]',
    b: "t.Dict[str, 'requests.Session'] | None",
    c: '''
        t.Annotated[requests.Session, "shared", 1]
    ''',
    d: 'tuple[int, requests.Session]',
    e: 't.Callable[[int], requests.Session]',
    f: 'requests.Session or None',
    g: 'requests.Session | httpx.AsyncClient',
    h: Row,
    i: Pool,
    j: 't.Union[requests.Session, "httpx.Client"]',
):
    a[0].get('/')  # finding: [blocking-http-call]
    b['a'].get('/')  # ok: quotes within quotes are not read
    c.get('/')  # finding: [blocking-http-call]
    d[1].get('/')  # finding: [blocking-http-call]
    e.get('/')  # ok: not a session itself
    f.get('/')  # ok: not an annotation
    g.get('/')  # ok: may be the asynchronous one
    for each in h.values():
        each.get('/')  # finding: [blocking-http-call]
    i[0].get('/')  # finding: [blocking-http-call]
    j.get('/')  # ok: quotes within quotes are not read
    for flag in FLAGS:
        flag.get('/')  # ok: a text


type Tree = dict[str, Tree] | list[Tree] | requests.Session
Json = Dict[str, 'Json'] | List['Json'] | str | None


async def recursive_aliases(url, tree: Tree, json: Json):
    tree.get(url)  # ok: may be a dictionary
    json.get(url)  # ok: no client
    tree['a'].get(url)  # ok: may be a dictionary


class Finals:
    def __init__(self):
        self.kept: Final = requests.Session()
        self.other: Final = make()

    async def reads(self, url):
        local: Final = requests.Session()
        local.get(url)  # finding: [blocking-http-call]
        self.kept.get(url)  # finding: [blocking-http-call]
        self.other.get(url)  # ok: not known
