"""A route answers the same as a plain function, from a thread."""
# fix: Write `def`

import time

import anyio
import httpx
from fastapi import FastAPI, HTTPException

app = FastAPI()


@app.get("/items/{number}")
async def item(number: int, mark: str = "."):
    time.sleep(0.3)
    if number == 0:
        raise HTTPException(status_code=404, detail="none")
    return {"number": number, "mark": mark}


client = httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://test")


async def prepare():
    await anyio.to_thread.run_sync(int)
    await client.get("/items/a")


async def main():
    for path in ("/items/1", "/items/2?mark=x", "/items/0", "/items/a"):
        response = await client.get(path)
        print(response.status_code, sorted(response.json()))
