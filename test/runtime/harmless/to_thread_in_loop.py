"""Blocking iteration, one step at a time in a thread."""
import asyncio
import os


async def lines(path):
    file = await asyncio.to_thread(open, path)
    try:
        while line := await asyncio.to_thread(file.readline):
            yield line
    finally:
        await asyncio.to_thread(file.close)


async def main():
    assert [line async for line in lines(os.environ["SLOW_FILE"])]
