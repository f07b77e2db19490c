"""Routes and dependencies that are coroutines for nothing."""

import time

import requests
from fastapi import APIRouter, Depends, FastAPI
from starlette.routing import Route

app = FastAPI()
router = APIRouter()


def fetch(url):
    return requests.get(url)


@app.get("/direct")
async def direct():  # finding: [async-route-should-be-sync] warning via requests.get
#         ^^^^^^
    return requests.get("u").json()  # finding: [blocking-http-call]


@router.post("/helper", status_code=201)
async def helper(url: str):  # finding: [async-route-should-be-sync] via time.sleep
    time.sleep(1)  # finding: [blocking-sleep]
    return fetch(url)  # finding: [blocking-http-call]


@app.get("/a")
@app.get("/b")
async def two_paths():  # finding: [async-route-should-be-sync]
    time.sleep(1)  # finding: [blocking-sleep]


async def session():  # finding: [async-route-should-be-sync]
    time.sleep(1)  # finding: [blocking-sleep]
    yield 1


@app.get("/plain")
def plain(value=Depends(session)):  # ok: runs in a thread
    time.sleep(1)
    return value


async def home(request):  # finding: [async-route-should-be-sync]
    return fetch(request.url)  # finding: [blocking-http-call]


routes = [Route("/", home)]
