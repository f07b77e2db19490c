"""`Path.open` in a dataclass, handed to json.load."""
import json
import os
from dataclasses import dataclass
from pathlib import Path


@dataclass
class Document:
    path: Path

    @property
    def content(self):
        with self.path.open() as file:
            return json.load(file)


async def main():
    assert Document(Path(os.environ["SLOW_FILE"])).content
