"""Tests build what they need."""

import asyncio
from concurrent.futures import ThreadPoolExecutor


async def test_pool():
    with ThreadPoolExecutor() as pool:  # ok: a test
        await asyncio.get_running_loop().run_in_executor(pool, print)
