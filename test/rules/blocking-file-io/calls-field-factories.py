"""Default factories of dataclass fields run when an instance is made, not when the class is."""
from dataclasses import dataclass, field
from pathlib import Path

import attrs
from pydantic import BaseModel, Field


def load() -> str:
    return Path('settings.json').read_text()


@dataclass
class Settings:
    text: str = field(default_factory=load)


@dataclass
class Empty:
    names: list = field(default_factory=list)


@attrs.define
class Profile:
    text: str = attrs.field(factory=lambda: Path('profile').read_text())


class Model(BaseModel):
    text: str = Field(default_factory=load)


async def make():
    Settings()  # finding: [blocking-file-io] via Settings > pathlib.Path.read_text
    Profile()  # finding: [blocking-file-io]
    Model()  # finding: [blocking-file-io]
    Empty()  # ok: an empty list
    return Settings  # ok: not called
