"""A dependency that yields is entered, used and left in the same order."""
# fix: Write `def`

import time

import anyio
import httpx
from fastapi import Depends, FastAPI

app = FastAPI()
seen = []


async def session():
    time.sleep(0.3)
    seen.append("open")
    try:
        yield "session"
    finally:
        seen.append("close")


@app.get("/")
async def home(value=Depends(session)):
    seen.append("route")
    return value


client = httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://test")


async def prepare():
    await anyio.to_thread.run_sync(int)
    await client.get("/none")


async def main():
    print((await client.get("/")).json())
    print(seen)
