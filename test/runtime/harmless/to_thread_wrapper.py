"""The project's own wrapper: hands its parameter on."""
import asyncio
import os


async def run_file_io(func, *args, **kwargs):
    return await asyncio.to_thread(func, *args, **kwargs)


def read_lines(path):
    with open(path) as file:
        return file.readlines()


async def main():
    assert await run_file_io(read_lines, os.environ["SLOW_FILE"])
