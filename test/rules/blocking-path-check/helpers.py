"""Questions to the file system behind helpers, and in a thread."""
import asyncio
import os
from pathlib import Path


def is_known(name):
    return os.path.exists(name)


async def main(name, hosts: Path):
    is_known(name)  # finding: [blocking-path-check] via is_known > os.path.exists
    hosts.unlink()  # finding: [blocking-path-check]
    await asyncio.to_thread(is_known, name)  # ok
    await asyncio.to_thread(hosts.exists)  # ok
