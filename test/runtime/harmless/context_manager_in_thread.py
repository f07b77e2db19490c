"""Entering and leaving happen in a thread, through an exit stack of our own."""
import asyncio
import os


class Document:
    def __init__(self, path):
        self.path = path

    def __enter__(self):
        self.file = open(self.path)
        return self.file.read()

    def __exit__(self, *exc):
        self.file.close()


class Entered:
    def __init__(self, manager):
        self.manager = manager

    async def __aenter__(self):
        return await asyncio.to_thread(self.manager.__enter__)

    async def __aexit__(self, *exc):
        return await asyncio.to_thread(self.manager.__exit__, *exc)


async def main():
    async with Entered(Document(os.environ["SLOW_FILE"])) as text:
        assert text
