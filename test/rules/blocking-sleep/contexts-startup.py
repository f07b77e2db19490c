"""FastAPI and Starlette call synchronous start-up and shutdown handlers on the loop, and everything else in threads."""
import time

from fastapi import APIRouter, Depends, FastAPI
from starlette.applications import Starlette


def connect():
    time.sleep(1)  # finding: [blocking-sleep]


def warm_up():
    time.sleep(1)  # finding: [blocking-sleep]


def close():
    time.sleep(1)  # finding: [blocking-sleep]


def in_starlette():
    time.sleep(1)  # finding: [blocking-sleep]


def dependency():
    time.sleep(1)  # ok: FastAPI calls it in a thread


def handle_error(request, error):
    time.sleep(1)  # ok: Starlette calls it in a thread


app = FastAPI(on_startup=[connect, warm_up], exception_handlers={ValueError: handle_error})
router = APIRouter()
starlette_app = Starlette(on_startup=[in_starlette])
app.add_event_handler('shutdown', close)


@app.on_event('startup')
def started():
    time.sleep(1)  # finding: [blocking-sleep]


@router.on_event('startup')
def router_started():
    time.sleep(1)  # finding: [blocking-sleep]


@router.get('/')
def endpoint(value=Depends(dependency)):
    time.sleep(1)  # ok: FastAPI calls it in a thread
    return value


class Bus:
    def on_event(self, name):
        return lambda function: function


bus = Bus()


@bus.on_event('startup')
def other_event():
    time.sleep(1)  # ok: another on_event
