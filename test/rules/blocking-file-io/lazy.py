"""Iterators over files read when they are consumed, wherever that is."""
import asyncio
import os
from pathlib import Path


async def consumed_here(path: Path):
    for name in path.glob('*'):  # finding: [blocking-file-io]
        print(name)
    list(path.rglob('*'))  # finding: [blocking-file-io]
    sorted(path.iterdir())  # finding: [blocking-file-io]
    for entry in os.scandir('.'):  # finding: [blocking-file-io]
        print(entry.name)
    for folder, _, files in os.walk('.'):  # finding: [blocking-file-io]
        print(folder, files)
    found = [name for name in path.glob('*')]  # finding: [blocking-file-io]
    with os.scandir('.') as entries:  # ok: opens a folder, reads nothing yet
        return found, entries


async def consumed_elsewhere(path: Path):
    names = path.glob('*')  # ok: lazy
    listed = await asyncio.to_thread(list, path.glob('*'))  # ok: consumed in a thread
    ordered = await asyncio.to_thread(sorted, names)  # ok: consumed in a thread
    entries = os.scandir('.')  # ok: lazy
    return listed, ordered, entries


async def consumed_by_a_helper(path: Path):
    return newest(path.glob('*'))  # finding: [blocking-file-io]


def newest(names):
    return max(names)
