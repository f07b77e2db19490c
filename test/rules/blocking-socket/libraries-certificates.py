"""Clients that read the certificate store when they are made, beside those that do it later or once."""
import ssl

import aiohttp
import httpx
import requests

context = ssl.create_default_context()


async def each_time(url, app):
    async with httpx.AsyncClient() as client:  # finding: [blocking-socket]
        await client.get(url)  # ok
    plain = httpx.Client(timeout=3)  # finding: [blocking-socket]
    plain.get(url)  # finding: [blocking-http-call]
    httpx.AsyncHTTPTransport(retries=2)  # finding: [blocking-socket]
    async with httpx.AsyncClient(verify=context) as client:  # ok: made once
        await client.get(url)  # ok
    async with httpx.AsyncClient(verify=False) as client:  # ok: reads none
        await client.get(url)  # ok
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app=app)) as client:  # ok: no network
        await client.get(url)  # ok


async def given(options):
    return httpx.AsyncClient(**options)  # ok: may hold a context


async def elsewhere(url):
    session = requests.Session()  # ok: reads nothing before the first request
    async with aiohttp.ClientSession() as other:  # ok: aiohttp makes its context when it is imported
        async with other.get(url) as response:  # ok
            return session, await response.text()
