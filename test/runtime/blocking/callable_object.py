"""An object that is called like a function, and kept under another name."""
import os
from pathlib import Path


class Reader:
    def __init__(self, path: Path):
        self.path = path

    def __call__(self):
        return self.path.read_bytes()


read = Reader(Path(os.environ["SLOW_FILE"]))


async def main():
    assert read()
