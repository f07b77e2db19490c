"""An object with `__call__`, handed over."""
import asyncio
import os
from pathlib import Path


class Reader:
    def __init__(self, path: Path):
        self.path = path

    def __call__(self):
        return self.path.read_bytes()


async def main():
    assert await asyncio.to_thread(Reader(Path(os.environ["SLOW_FILE"])))
