"""Coroutines that have a reason to be one, or of which it is not known who calls them."""

import asyncio
import contextvars
import functools
import os
import time

from fastapi import APIRouter, Depends, FastAPI, WebSocket

app = FastAPI()
router = APIRouter()
request_id = contextvars.ContextVar("request_id")
queue = asyncio.Queue()


async def load():
    await asyncio.sleep(1)


@app.get("/awaits")
async def awaits():  # ok: it awaits
    time.sleep(1)  # finding: [blocking-sleep]
    await load()


@app.get("/iterates")
async def iterates(stream):  # ok: it awaits
    time.sleep(1)  # finding: [blocking-sleep]
    return [each async for each in stream]


@app.get("/enters")
async def enters(session):  # ok: it awaits
    async with session:
        time.sleep(1)  # finding: [blocking-sleep]


@app.get("/harmless")
async def harmless():  # ok: nothing in it blocks
    return {"a": 1}


@app.get("/stat")
async def stat():  # ok: a look at the disk is quicker than a thread
    return os.path.exists("a")  # finding: [blocking-path-check]


@app.get("/plain")
def plain():  # ok: runs in a thread
    time.sleep(1)


@app.get("/task")
async def task():  # ok: tasks are made on the loop
    asyncio.create_task(load())
    time.sleep(1)  # finding: [blocking-sleep]


@app.get("/queue")
async def puts(value):  # ok: a queue of asyncio belongs to the loop
    queue.put_nowait(value)
    time.sleep(1)  # finding: [blocking-sleep]


@app.get("/given")
async def given(background):  # ok: makes a coroutine
    background.start(load())
    time.sleep(1)  # finding: [blocking-sleep]


async def identify(value):  # ok: what a thread sets in a context is lost
    request_id.set(value)
    time.sleep(1)  # finding: [blocking-sleep]


@app.get("/identified")
def identified(value=Depends(identify)):
    return value


@app.websocket("/socket")
async def socket(websocket: WebSocket):  # ok: must be a coroutine
    time.sleep(1)  # finding: [blocking-sleep]


@app.middleware("http")
async def middleware(request, call_next):  # ok: must be a coroutine
    time.sleep(1)  # finding: [blocking-sleep]


@app.exception_handler(KeyError)
async def handler(request, error):  # ok: no route
    time.sleep(1)  # finding: [blocking-sleep]


def logged(function):
    @functools.wraps(function)
    async def wrapper(*args, **kwargs):
        return await function(*args, **kwargs)

    return wrapper


@app.get("/logged")
@logged
async def awaited_by_its_decorator():  # ok: the decorator awaits it
    time.sleep(1)  # finding: [blocking-sleep]


async def helper():  # ok: no route
    time.sleep(1)  # finding: [blocking-sleep]


class Views:
    @router.get("/method")
    async def method(self):  # ok: others may override and await it
        time.sleep(1)  # finding: [blocking-sleep]
