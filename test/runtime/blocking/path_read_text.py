"""A path on self, a chain of joins, a slow file."""
import json
import os
from pathlib import Path


class Settings:
    def __init__(self, folder):
        self.folder = Path(folder)

    def load(self):
        return json.loads((self.folder / "slow.json").read_text(encoding="utf-8"))


async def main():
    settings = Settings(os.environ["SCRATCH"])
    assert settings.load() == {"answer": 42}
