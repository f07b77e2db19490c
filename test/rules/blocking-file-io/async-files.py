"""aiofiles, anyio.Path and trio.Path look like files and paths."""
import asyncio

import aiofiles
import aiofiles.os
import anyio
import trio


async def read(path):
    async with aiofiles.open(path) as file:  # ok: aiofiles
        await file.read()  # ok
        await file.write('')  # ok
    async with aiofiles.tempfile.TemporaryFile() as scratch:  # ok
        await scratch.write(b'')
    await aiofiles.os.remove(path)  # ok


async def by_anyio(name):
    path = anyio.Path(name)
    text = await path.read_text()  # ok
    await (path / 'a').write_text(text)  # ok
    async for found in path.rglob('*.py'):  # ok
        await found.unlink()  # ok
    async with await anyio.open_file(name) as file:  # ok
        return await file.read()


async def by_trio(name):
    path = trio.Path(name)
    await asyncio.wait_for(path.read_bytes(), 1)  # ok: the coroutine goes to wait_for
    return await path.exists()  # ok
