"""FastAPI runs `def` routes and dependencies in a thread, `async def` ones on the loop."""
import requests
from fastapi import BackgroundTasks, Depends, FastAPI

app = FastAPI()


def user(token: str):
    return requests.get(token)  # ok: a dependency in a thread


async def account(token: str):  # finding: [async-route-should-be-sync]
    return requests.get(token)  # finding: [blocking-http-call]


def notify(url):
    requests.post(url)  # ok: FastAPI runs it in a thread


async def notify_later(url):  # finding: [async-route-should-be-sync]
    requests.post(url)  # finding: [blocking-http-call]


@app.get('/')
def route(user=Depends(user)):
    return requests.get(user)  # ok: in a thread


@app.get('/a')
async def asynchronous_route(background: BackgroundTasks, user=Depends(user), account=Depends(account)):  # finding: [async-route-should-be-sync]
    background.add_task(notify, user)  # ok
    background.add_task(notify_later, user)  # ok: reported inside
    background.add_task(lambda: requests.post(user))  # ok
    return requests.get(account)  # finding: [blocking-http-call]


@app.websocket('/ws')
async def websocket(socket):
    helper(socket)  # finding: [blocking-http-call] via helper > requests.get


def helper(url):
    return requests.get(url)
