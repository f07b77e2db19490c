"""What tests of its type say of a name: in expressions, in `match`, behind `assert`, and where they do not hold."""

from __future__ import annotations

from typing import Union

import httpx
import requests

Web = requests.Session


async def in_expressions(url, value, client: requests.Session | httpx.AsyncClient):
    text = value.get(url) if isinstance(value, requests.Session) else None  # finding: [blocking-http-call]
    text = isinstance(value, requests.Session) and value.get(url)  # finding: [blocking-http-call]
    text = not isinstance(value, requests.Session) or value.get(url)  # finding: [blocking-http-call]
    text = isinstance(value, requests.Session) or value.get(url)  # ok: not a session
    [each.get(url) for each in value if isinstance(each, requests.Session)]  # finding: [blocking-http-call]
    [each.get(url) for each in value if not isinstance(each, requests.Session)]  # ok: not a session
    text = None if isinstance(client, httpx.AsyncClient) else client.get(url)  # finding: [blocking-http-call]
    client.get(url)  # ok: either
    return text


async def matched(url, client: Union[requests.Session, httpx.AsyncClient, None], value):
    match client:
        case httpx.AsyncClient():
            await client.get(url)  # ok: the asynchronous one
        case requests.Session():
            client.get(url)  # finding: [blocking-http-call]
    match client:
        case httpx.AsyncClient():
            await client.get(url)  # ok: the asynchronous one
        case _:
            client.get(url)  # finding: [blocking-http-call]
    match value:
        case requests.Session(headers={}) as session:
            session.get(url)  # finding: [blocking-http-call]
        case (httpx.AsyncClient() as session):
            await session.get(url)  # ok: the asynchronous one
        case {'client': client}:
            client.get(url)  # ok: nobody knows


async def left(url, value, client: requests.Session | httpx.AsyncClient):
    for each in value:
        if not isinstance(each, requests.Session):
            continue
        each.get(url)  # finding: [blocking-http-call]
    if isinstance(client, (httpx.AsyncClient, str)):
        raise TypeError
    client.get(url)  # finding: [blocking-http-call]


async def bound_again(url, client: requests.Session | httpx.AsyncClient):
    client = made(client)
    if isinstance(client, requests.Session):
        return
    await client.get(url)  # ok: bound anew


async def still_the_parameter(url, client: requests.Session | httpx.AsyncClient):
    assert isinstance(client, (requests.Session, httpx.AsyncClient))
    client.get(url)  # ok: either
    assert isinstance(client, Web)
    client.get(url)  # finding: [blocking-http-call]
