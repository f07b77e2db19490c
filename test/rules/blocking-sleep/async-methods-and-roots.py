"""Everything that a loop runs: coroutines nested, in classes, overloaded, decorated, asynchronous generators and context managers."""
import time
from typing import overload

from framework import app, route


class Handler:
    async def handle(self):
        time.sleep(1)  # finding: [blocking-sleep]

        async def nested():
            time.sleep(2)  # finding: [blocking-sleep]

        await nested()

    async def __aiter__(self):
        time.sleep(1)  # finding: [blocking-sleep]
        yield 1

    async def __anext__(self):
        return next(self.slowly())  # finding: [blocking-sleep]

    def slowly(self):
        time.sleep(1)
        yield 1


@route('/')
async def decorated():
    time.sleep(1)  # finding: [blocking-sleep]


@app.on('start')
@route('/b')
async def twice_decorated():
    time.sleep(1)  # finding: [blocking-sleep]


@overload
async def overloaded(value: int) -> int: ...
@overload
async def overloaded(value: str) -> str: ...
async def overloaded(value):
    time.sleep(1)  # finding: [blocking-sleep]
    return value


def plain():
    async def inner():
        time.sleep(1)  # finding: [blocking-sleep]

    time.sleep(1)  # ok: nothing says that a loop runs this
    return inner
