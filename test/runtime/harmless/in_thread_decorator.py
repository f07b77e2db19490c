"""A decorator that moves what it wraps to a thread."""
import asyncio
import functools
import subprocess


def in_thread(function):
    @functools.wraps(function)
    async def wrapper(*args, **kwargs):
        return await asyncio.to_thread(function, *args, **kwargs)

    return wrapper


@in_thread
def command(*args):
    return subprocess.run(args, check=True)


async def main():
    await command("sleep", "0.08")
