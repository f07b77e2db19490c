"""Names that only look alike, on the things of everyday code: containers, configurations, texts, results of libraries."""

import asyncio
import configparser
import os
import re
import subprocess
import wave
import zipfile
from collections import OrderedDict, defaultdict, deque
from io import BytesIO
from types import MappingProxyType


class Cache(dict):
    def get(self, key, default=None):
        return super().get(key, default)

    def wait(self):
        return len(self)


class Store:
    def __init__(self, config):
        self.items = {}
        self.recent = deque(maxlen=10)
        self.config = config
        self.cache = Cache()
        self.parser = configparser.ConfigParser()
        self.lines: list[str] = []
        self.jobs = asyncio.Queue()

    def join(self, other):
        return self.items | other

    def acquire(self):
        return self.items.setdefault('a', 1)

    def open(self, name):
        return self.items[name]

    def run(self, name):
        return name

    def connect(self):
        return self

    def execute(self, query):
        return query

    async def main(self, name):
        self.items.get(name)  # ok: dict
        self.items.pop(name, None)  # ok
        self.items.clear()  # ok
        self.recent.clear()  # ok: deque
        self.recent.pop()  # ok
        self.config.get('url')  # ok: nobody knows
        self.cache.get(name)  # ok: a dict of the project's own
        self.cache.wait()  # ok
        self.parser.get('section', 'key')  # ok: memory
        self.parser.read_string('')  # ok: memory
        self.lines.clear()  # ok
        ''.join(self.lines)  # ok
        self.join({}).get(name)  # ok
        self.acquire()  # ok
        self.open(name)  # ok
        self.run(name)  # ok
        self.connect().execute('select 1')  # ok
        self.jobs.get_nowait()  # ok: asyncio's
        await self.jobs.join()  # ok


async def containers(name, counts: defaultdict, ordered: OrderedDict, frozen: MappingProxyType, match: re.Match):
    counts.get(name)  # ok
    ordered.popitem(last=False)  # ok
    frozen.get(name)  # ok
    match.start()  # ok
    os.environ.pop(name, None)  # ok
    os.path.join(name, 'a')  # ok
    {'get': 1}.get(name)  # ok
    name.split().clear()  # ok


async def archives(data: bytes):
    buffer = BytesIO(data)
    with wave.open(buffer) as sound:  # ok: memory
        sound.readframes(10)  # ok
    wave.open(BytesIO(data), 'rb').close()  # ok
    with zipfile.ZipFile(BytesIO(data)) as archive:  # ok: memory
        archive.read('a')  # ok
        archive.extractall('b')  # finding: [blocking-file-io]
    with wave.open('a.wav') as sound:  # finding: [blocking-file-io]
        sound.readframes(10)


async def processes(process: asyncio.subprocess.Process, done: subprocess.CompletedProcess):
    await process.wait()  # ok
    process.terminate()  # ok
    await asyncio.wait_for(process.wait(), timeout=5)  # ok
    stdout, stderr = await asyncio.wait_for(process.communicate(), timeout=5)  # ok
    waiting = [asyncio.ensure_future(process.wait()), asyncio.create_task(process.communicate())]  # ok
    done.check_returncode()  # ok
    return stdout, stderr, waiting
