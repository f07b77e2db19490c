"""Calls in strings, comments and annotations are none."""
from __future__ import annotations

import time
from typing import Annotated

EXAMPLE = """
async def naps():
    time.sleep(1)
"""


async def naps(value: Annotated[int, time.sleep(1)] = 1) -> 'time.sleep(1)':
    'time.sleep(1)'
    # time.sleep(1)
    text = 'time.sleep(1)' "time.sleep(1)" r'\time.sleep(1)'
    escaped = f'{{time.sleep(1)}}'
    other: time.sleep(1) = value
    raw = b'time.sleep(1)'
    return text, escaped, other, raw
