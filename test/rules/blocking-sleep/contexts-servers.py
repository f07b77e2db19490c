"""Servers that call synchronous handlers on the loop, beside ways in which they don't."""
import time

import asyncssh
import socketio
from aiohttp.abc import AbstractAccessLogger
from aiosmtpd.handlers import Message
from blacksheep import Application, get
from litestar import Litestar
from litestar.di import Provide
from mcp.server.fastmcp import FastMCP
from sanic import Sanic
from tornado import gen, web
from tornado.ioloop import PeriodicCallback
from websockets.asyncio.server import serve

server = FastMCP('demo')
io = socketio.AsyncServer()
threaded_io = socketio.Server()
site = Application()
sanic_app = Sanic('a')


@server.tool()
def tool(name: str):
    time.sleep(1)  # finding: [blocking-sleep]


@io.event
def connect(sid, environ):
    time.sleep(1)  # finding: [blocking-sleep]


@io.on('message')
def message(sid, data):
    time.sleep(1)  # finding: [blocking-sleep]


@threaded_io.event
def threaded(sid, environ):
    time.sleep(1)  # ok: this server runs handlers in threads


class Chat(socketio.AsyncNamespace):
    def on_message(self, sid, data):
        time.sleep(1)  # finding: [blocking-sleep]

    def helper(self):
        time.sleep(1)  # ok: nothing calls it


class ThreadedChat(socketio.Namespace):
    def on_message(self, sid, data):
        time.sleep(1)  # ok: this namespace's server runs handlers in threads


@get('/')
def home():
    time.sleep(1)  # finding: [blocking-sleep]


@site.router.post('/')
def save(request):
    time.sleep(1)  # finding: [blocking-sleep]


def on_the_loop():
    time.sleep(1)  # finding: [blocking-sleep]


def in_a_thread():
    time.sleep(1)  # ok: sync_to_thread moves it


def warm_up():
    time.sleep(1)  # finding: [blocking-sleep]


litestar_app = Litestar(
    dependencies={'a': Provide(on_the_loop), 'b': Provide(in_a_thread, sync_to_thread=True)},
    on_startup=[warm_up],
)


def added(request):
    time.sleep(1)  # finding: [blocking-sleep]


sanic_app.add_route(added, '/')


class Page(web.RequestHandler):
    @web.authenticated
    def get(self):
        time.sleep(1)  # finding: [blocking-sleep]

    @gen.coroutine
    def fetch(self):
        time.sleep(1)  # finding: [blocking-sleep]
        yield gen.sleep(1)

    def get_current_user(self):
        time.sleep(1)  # finding: [blocking-sleep]


def tick():
    time.sleep(1)  # finding: [blocking-sleep]


PeriodicCallback(tick, 1000).start()


class AccessLog(AbstractAccessLogger):
    def log(self, request, response, time_taken):
        time.sleep(1)  # finding: [blocking-sleep]


class Mail(Message):
    def handle_message(self, message):
        time.sleep(1)  # finding: [blocking-sleep]


class Login(asyncssh.SSHServer):
    def validate_password(self, username, password):
        time.sleep(1)  # finding: [blocking-sleep]
        return True

    def look_up(self, username):
        time.sleep(1)  # ok: nothing calls it


def check_origin(connection, request):
    time.sleep(1)  # finding: [blocking-sleep]


async def main(handler):
    async with serve(handler, '', 8000, process_request=check_origin):
        pass
