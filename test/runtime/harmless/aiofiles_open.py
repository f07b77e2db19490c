"""aiofiles looks like open."""
import os

import aiofiles


async def main():
    async with aiofiles.open(os.environ["SLOW_FILE"]) as file:
        assert await file.read()
