"""aiohttp's session has the methods of requests' one."""
import os

import aiohttp


class Api:
    def __init__(self, session: aiohttp.ClientSession):
        self.session = session

    async def answer(self):
        async with self.session.get(os.environ["SLOW_HTTP"]) as response:
            return await response.json()


async def main():
    async with aiohttp.ClientSession() as session:
        assert await Api(session).answer() == {"answer": 42}
