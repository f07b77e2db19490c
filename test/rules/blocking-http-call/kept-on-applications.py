"""What programs keep on the applications of web frameworks, and reach by way of the request."""

import aiohttp
import aiohttp.web
import requests
import sanic
import tornado.web
from aiohttp import web
from fastapi import FastAPI, Request, WebSocket
from quart import g, session
from starlette.applications import Starlette
from starlette.requests import HTTPConnection

app = FastAPI()
inner = Starlette()


async def lifespan(app: FastAPI):
    app.state.session = requests.Session()
    app.state.client = aiohttp.ClientSession()
    app.state.mixed = requests.Session()
    app.hung = requests.Session()
    yield


async def swap(request: Request):
    request.app.state.mixed = aiohttp.ClientSession()
    request.state.own = requests.Session()


def unknown_writer(thing):
    thing.anybody = thing.make()
    app.state.anybody = requests.Session()


@app.get('/')
async def read(request: Request, socket: WebSocket, connection: HTTPConnection, anything):  # finding: [async-route-should-be-sync]
    request.app.state.session.get('/')  # finding: [blocking-http-call]
    socket.app.state.session.get('/')  # finding: [blocking-http-call]
    connection.app.hung.get('/')  # finding: [blocking-http-call]
    app.state.session.get('/')  # finding: [blocking-http-call]
    inner.state.session.get('/')  # finding: [blocking-http-call]
    request.state.own.get('/')  # finding: [blocking-http-call]
    request.app.state.client.get('/')  # ok: the asynchronous one
    request.app.state.mixed.get('/')  # ok: one of two
    request.app.state.anybody.get('/')  # ok: somebody sets it on what nobody knows
    request.app.state.nothing.get('/')  # ok: nobody sets it
    anything.app.state.session.get('/')  # ok: nobody knows what this is


SHARED = 'shared'
TYPED = web.AppKey('typed', requests.Session)
OTHER = web.AppKey('other', aiohttp.ClientSession)
LOOSE = 'a'


def make() -> web.Application:
    made = web.Application()
    made['session'] = requests.Session()
    made['client'] = aiohttp.ClientSession()
    made[SHARED] = requests.Session()
    made[TYPED] = requests.Session()
    made[OTHER] = aiohttp.ClientSession()
    made['mixed'] = requests.Session()
    made['mixed'] = aiohttp.ClientSession()
    for name in ('x', 'y'):
        made[name] = aiohttp.ClientSession()
    values = {}
    values['session'] = aiohttp.ClientSession()
    return made


async def handle(request: aiohttp.web.Request, name: str):
    request.app['session'].get('/')  # finding: [blocking-http-call]
    request.app[SHARED].get('/')  # finding: [blocking-http-call]
    request.app['shared'].get('/')  # finding: [blocking-http-call]
    request.app[TYPED].get('/')  # finding: [blocking-http-call]
    request.app[OTHER].get('/')  # ok: another key
    request.app['client'].get('/')  # ok: the asynchronous one
    request.app['mixed'].get('/')  # ok: one of two
    request.app[name].get('/')  # ok: any of them
    request.app[LOOSE].get('/')  # ok: nobody sets it
    request['session'].get('/')  # ok: the request's own
    request.app.session.get('/')  # ok: an item, no attribute


class Items(web.View):
    async def get(self):
        self.request.app['session'].get('/')  # finding: [blocking-http-call]


served = sanic.Sanic('served')


@served.before_server_start
async def start(app: sanic.Sanic):
    app.ctx.session = requests.Session()
    app.ctx.client = aiohttp.ClientSession()


@served.get('/')
async def serve(request: sanic.Request):
    request.app.ctx.session.get('/')  # finding: [blocking-http-call]
    request.app.ctx.client.get('/')  # ok: the asynchronous one
    request.ctx.session.get('/')  # ok: the request's own


async def before_request():
    g.session = requests.Session()
    g.client = aiohttp.ClientSession()


async def view():
    g.session.get('/')  # finding: [blocking-http-call]
    g.client.get('/')  # ok: the asynchronous one
    session.session.get('/')  # ok: another object


class Application(tornado.web.Application):
    def __init__(self):
        super().__init__([])
        self.session = requests.Session()
        self.client = aiohttp.ClientSession()


class Handler(tornado.web.RequestHandler):
    async def get(self):
        self.application.session.get('/')  # finding: [blocking-http-call]
        self.application.client.get('/')  # ok: the asynchronous one
