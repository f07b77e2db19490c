"""An `async def` route runs on the loop, and so does what it calls."""
import os

import httpx
import requests
from fastapi import FastAPI

app = FastAPI()


def upstream():
    return requests.get(os.environ["SLOW_HTTP"], timeout=5).json()


@app.get("/answer")
async def answer():
    return upstream()


async def main():
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://test") as client:
        assert (await client.get("/answer")).json() == {"answer": 42}
