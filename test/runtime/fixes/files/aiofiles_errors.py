"""What goes wrong with a file goes wrong in the same way."""

# fix: Use aiofiles
# stall: none

import tempfile
from pathlib import Path

import aiofiles


async def main():
    folder = Path(tempfile.mkdtemp())
    try:
        with open(folder / "missing") as file:
            print(file.read())
    except FileNotFoundError as error:
        print(type(error).__name__)
    (folder / "latin").write_bytes(b"\xe9")
    try:
        with (folder / "latin").open(encoding="utf-8") as file:
            print(file.read())
    except UnicodeDecodeError as error:
        print(error)
    with (folder / "latin").open(encoding="utf-8", errors="replace") as file:
        print(ascii(file.read()), file.name == str(folder / "latin"))
    async with aiofiles.open(folder / "latin", "rb") as file:
        print(await file.read())
