"""A lambda's body runs where the lambda is called: in the thread."""
import asyncio
import os
from pathlib import Path


async def main():
    path = Path(os.environ["SLOW_FILE"])
    assert await asyncio.to_thread(lambda: path.read_text().strip())
