"""False alarms read on real code that are still there, each with what it would take."""
import asyncio
import io
import os
import queue
from typing import cast
from urllib.request import urlopen

manager = None
is_shared = False


def initialise(workers=1):
    global manager, is_shared
    if workers > 1:
        is_shared = True
        manager = open('shared')


def finish():
    if is_shared and manager is not None:
        open('shared', 'w')


async def correlated_flags():
    initialise(workers=1)
    finish()  # todo-ok: [blocking-file-io] the flag is set only under `workers > 1`: needs facts about module globals


def unpack(url):
    with urlopen(url) as response:
        return response.headers


async def data_url(url):
    if url.startswith('data:'):
        unpack(url)  # todo-ok: [blocking-http-call] a `data:` URL is memory: needs facts about the caller's strings


class Reader:
    def __init__(self, file):
        self.file = file

    def read(self):
        return cast(io.BufferedReader, self.file).read()


async def believed_cast():
    Reader(io.BytesIO()).read()  # todo-ok: [blocking-file-io] the real argument should win over the cast


class Inbox:
    def __init__(self):
        self.items = queue.Queue()
        self.changed = asyncio.Condition()

    def take(self):
        return self.items.get()

    async def next(self):
        while self.items.empty():
            async with self.changed:
                await self.changed.wait()
        return self.take()  # ok: asked for in the caller: needs facts that outlive a call


def index(path):
    if not os.path.exists(path):
        return None
    return open(path)


async def removed_before(path):
    os.remove(path)  # finding: [blocking-path-check]
    index(path)  # todo-ok: [blocking-file-io] the file was just removed: not worth following
