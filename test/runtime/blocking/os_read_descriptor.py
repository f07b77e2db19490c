"""A file descriptor, read here; only opening is moved to a thread."""
import asyncio
import os


async def main():
    descriptor = await asyncio.to_thread(os.open, os.environ["SLOW_FILE"], os.O_RDONLY)
    try:
        assert os.read(descriptor, 64)
    finally:
        os.close(descriptor)
