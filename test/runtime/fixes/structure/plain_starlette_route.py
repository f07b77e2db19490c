"""An endpoint of Starlette answers the same from a thread."""
# fix: Write `def`

import time

import anyio
import httpx
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route


async def home(request):
    time.sleep(0.3)
    return PlainTextResponse(request.query_params["q"])


app = Starlette(routes=[Route("/", home)])


client = httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://test")


async def prepare():
    await anyio.to_thread.run_sync(int)
    await client.get("/none")


async def main():
    response = await client.get("/", params={"q": "a b"})
    print(response.status_code, response.text)
