"""Imported under another name; the import goes where nothing else needs it."""

from time import sleep as pause

# fix: Use asyncio.sleep


async def main():
    print("before")
    pause(0.3)
    print("after")
