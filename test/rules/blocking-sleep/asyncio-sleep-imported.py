"""`sleep` of asyncio, trio and anyio is no `time.sleep`, even where it is not awaited at once."""
import asyncio
from asyncio import sleep

import anyio
import trio


async def naps():
    await sleep(1)  # ok: asyncio's
    await asyncio.gather(sleep(1), sleep(2))  # ok: coroutines that gather awaits
    await asyncio.wait_for(sleep(1), timeout=2)  # ok
    await trio.sleep(1)  # ok
    await anyio.sleep(1)  # ok
