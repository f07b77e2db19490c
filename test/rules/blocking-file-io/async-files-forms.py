"""aiofiles, anyio and trio in the forms of real code: renamed, kept, wrapped, iterated; none of them blocks."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING

import aiofiles
import aiofiles.os as aio_os
import aiofiles.ospath
import anyio
import trio
from aiofiles import open as aio_open
from aiofiles import os as async_os
from aiofiles.tempfile import NamedTemporaryFile
from anyio import AsyncFile, Path as AsyncPath, open_file
from trio import Path as TrioPath

if TYPE_CHECKING:
    from anyio import Path

ROOT = AsyncPath('data')
CACHE = ROOT / 'cache'


async def with_aiofiles(path, lines):
    file = await aiofiles.open(path, 'w')  # ok
    await file.write('')  # ok
    await file.writelines(lines)  # ok
    await file.close()  # ok
    async with aio_open(path) as reading:  # ok
        async for line in reading:  # ok
            print(line)
        json.loads(await reading.read())  # ok
    async with NamedTemporaryFile('wb') as scratch:  # ok
        await scratch.write(b'')  # ok
    async with aiofiles.open('a') as one, aiofiles.open('b') as two:  # ok
        await asyncio.gather(one.read(), two.read())  # ok: coroutines
    await aio_os.makedirs(path, exist_ok=True)  # ok
    await async_os.remove(path)  # ok
    if await aiofiles.ospath.exists(path):  # ok
        await aiofiles.os.rename(path, 'b')  # ok
    return [entry for entry in await aiofiles.os.listdir(path)]  # ok


async def with_anyio(path: Path, other: AsyncPath, file: AsyncFile[str]):
    await path.read_text()  # ok
    await other.write_text('')  # ok
    await (CACHE / 'a').parent.joinpath('b').read_bytes()  # ok
    await other.mkdir(parents=True, exist_ok=True)  # ok
    async for found in ROOT.rglob('*.py'):  # ok
        if await found.is_file():  # ok
            await found.unlink()  # ok
    names = [child async for child in ROOT.iterdir()]  # ok
    async with await CACHE.open('w') as written:  # ok
        await written.write('')  # ok
    async with await open_file('a') as opened:  # ok
        await opened.read()  # ok
    pending = other.read_text()  # ok: awaited below
    await file.read()  # ok
    return names, await pending, other.name, other.suffix  # ok


async def with_trio(name, path: trio.Path):
    await path.read_text()  # ok
    await TrioPath(name).joinpath('a').write_text('')  # ok
    async with await trio.open_file(name) as file:  # ok
        async for line in file:  # ok
            print(line)
    wrapped = trio.wrap_file(file)
    await wrapped.read()  # ok
    for child in await path.iterdir():  # ok
        await child.unlink()  # ok
    return path.parent / 'a'  # ok: no disk


class Storage:
    def __init__(self, root: str):
        self.root = anyio.Path(root)
        self.file = None

    async def open(self, name):
        self.file = await aiofiles.open(self.root / name)  # ok
        return self.file

    async def read(self, name):
        file = await self.open(name)  # ok: the project's own
        await file.read()  # ok
        await self.file.seek(0)  # ok
        return await (self.root / name).read_text()  # ok

    def pending(self, name):
        return (self.root / name).read_text()  # ok: a coroutine


async def with_storage(storage: Storage):
    await storage.open('a')  # ok
    await storage.pending('a')  # ok
    await asyncio.wait_for(storage.pending('a'), 1)  # ok
