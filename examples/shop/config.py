"""Reads the configuration file."""

import json
from pathlib import Path

CONFIG = Path(__file__).with_name("config.json")


def load() -> dict[str, str]:
    return json.loads(CONFIG.read_text(encoding="utf-8"))
