"""`def` routes, dependencies and background tasks of FastAPI and Starlette in the forms of real services: all in threads."""

from contextlib import asynccontextmanager
from typing import Annotated

import requests
from fastapi import APIRouter, BackgroundTasks, Depends, FastAPI, Request, Security
from fastapi.responses import StreamingResponse
from fastapi.security import HTTPBearer
from starlette.applications import Starlette
from starlette.background import BackgroundTask
from starlette.concurrency import iterate_in_threadpool
from starlette.endpoints import HTTPEndpoint
from starlette.routing import Route


def get_rates(base: str = 'EUR'):
    return requests.get(base).json()  # ok: a dependency in a thread


def get_client():
    session = requests.Session()
    try:
        yield session
    finally:
        session.get('/logout')  # ok: a generator dependency runs in a thread


class Paginator:
    """A class as a dependency: calling it, and so its constructor, happens in a thread."""

    def __init__(self, page: int = 0):
        self.items = requests.get(f'/items?page={page}').json()  # ok


class Checker:
    """An object as a dependency: its `__call__` happens in a thread."""

    def __init__(self, scope: str):
        self.scope = scope

    def __call__(self, request: Request):
        return requests.get(self.scope, headers=request.headers)  # ok


class AsyncChecker:
    async def __call__(self, request: Request):
        return requests.get(str(request.url))  # finding: [blocking-http-call]


Rates = Annotated[dict, Depends(get_rates)]
router = APIRouter(prefix='/v1', dependencies=[Depends(get_rates), Security(HTTPBearer())])


@router.get('/rates')
def rates(rates: Rates):
    return requests.get('/more').json()  # ok: a route in a thread


@router.api_route('/any', methods=['GET', 'POST'])
def any_method(request: Request):
    return requests.request(request.method, '/upstream')  # ok


def added_later():
    return requests.get('/later').json()  # ok


router.add_api_route('/later', added_later, methods=['GET'])


@router.post('/orders', dependencies=[Depends(Checker('/scope'))])
async def orders(  # finding: [async-route-should-be-sync]
    background: BackgroundTasks,
    rates: Rates,
    page: Annotated[Paginator, Depends()],
    checked: Annotated[bool, Depends(Checker('orders'))],
    client: Annotated[requests.Session, Depends(get_client)],
):
    background.add_task(notify, 'order')  # ok: a plain function runs in a thread
    background.add_task(Mailer().send, to='somebody')  # ok: a bound method too
    background.add_task(func=notify, text='order')  # ok
    page.items.append(rates)  # ok
    return client.get('/order')  # finding: [blocking-http-call]


def notify(text):
    requests.post('/notify', data=text)


class Mailer:
    def send(self, to):
        requests.post('/mail', data=to)


@router.get('/export')
async def export():
    def rows():
        yield requests.get('/rows').text  # ok: Starlette iterates plain generators in a thread

    return StreamingResponse(rows(), background=BackgroundTask(notify, 'exported'))  # ok


@router.get('/stream')
async def stream():
    async for row in iterate_in_threadpool(lines('/rows')):  # ok: each step in a thread
        print(row)
    for row in lines('/rows'):  # finding: [blocking-http-call]
        print(row)


def lines(url):
    yield from requests.get(url).text.splitlines()


@asynccontextmanager
async def lifespan(app: FastAPI):
    requests.get('/warm')  # finding: [blocking-http-call]
    yield


app = FastAPI(lifespan=lifespan)
app.include_router(router)


@app.exception_handler(ValueError)
def on_value_error(request: Request, error: ValueError):
    requests.post('/errors')  # ok: a plain handler runs in a thread


@app.middleware('http')
async def measure(request: Request, call_next):
    notify('request')  # finding: [blocking-http-call] via notify > requests.post
    return await call_next(request)


def homepage(request):
    return requests.get('/home')  # ok: Starlette calls a plain endpoint in a thread


class Item(HTTPEndpoint):
    def get(self, request):
        return requests.get('/item')  # ok: in a thread

    async def post(self, request):
        return requests.post('/item')  # finding: [blocking-http-call]


starlette = Starlette(routes=[Route('/', homepage), Route('/item', Item)])


@app.on_event('startup')
def warm():
    requests.get('/warm')  # finding: [blocking-http-call]


def close():
    requests.post('/close')  # finding: [blocking-http-call]


app.add_event_handler('shutdown', close)
