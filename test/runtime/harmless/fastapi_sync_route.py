"""FastAPI runs `def` routes and dependencies in threads."""
import os
import time

import httpx
import requests
from fastapi import Depends, FastAPI

app = FastAPI()


def slow_dependency():
    time.sleep(0.05)
    return 1


@app.get("/answer")
def answer(one=Depends(slow_dependency)):
    return requests.get(os.environ["SLOW_HTTP"], timeout=5).json()


async def main():
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://test") as client:
        assert (await client.get("/answer")).json() == {"answer": 42}
