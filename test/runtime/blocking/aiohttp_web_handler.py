"""A handler of aiohttp.web that asks another server synchronously."""
import os
import urllib.request

import aiohttp
from aiohttp import web


class Proxy:
    def __init__(self, upstream):
        self.upstream = upstream

    async def handle(self, request: web.Request) -> web.Response:
        return web.json_response(self.load())

    def load(self):
        return urllib.request.urlopen(self.upstream, timeout=5).read().decode()


async def main():
    app = web.Application()
    app.router.add_get("/", Proxy(os.environ["SLOW_HTTP"]).handle)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    async with aiohttp.ClientSession() as session, session.get(url) as response:
        assert response.status == 200
    await runner.cleanup()
