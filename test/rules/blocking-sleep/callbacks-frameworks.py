"""Frameworks that call synchronous handlers on the loop, and frameworks that call them in a thread."""
import time

import tornado.web
from fastapi import FastAPI
from homeassistant.core import callback
from litestar import get
from quart import Quart
from sanic import Sanic

sanic_app = Sanic('a')
fast_app = FastAPI()
quart_app = Quart('a')


@sanic_app.get('/')
def on_the_loop(request):
    time.sleep(1)  # finding: [blocking-sleep]


@get('/')
def litestar_handler() -> str:
    time.sleep(1)  # finding: [blocking-sleep]
    return ''


@get('/', sync_to_thread=True)
def litestar_thread() -> str:
    time.sleep(1)  # ok: runs in a thread
    return ''


@fast_app.get('/')
def fastapi_handler():
    time.sleep(1)  # ok: FastAPI calls it in a thread


@quart_app.route('/')
def quart_handler():
    time.sleep(1)  # ok: Quart calls it in a thread


@callback
def state_changed(event):
    time.sleep(1)  # finding: [blocking-sleep]


class Page(tornado.web.RequestHandler):
    def get(self):
        time.sleep(1)  # finding: [blocking-sleep]

    def helper(self):
        time.sleep(1)  # ok: nobody calls it on the loop
