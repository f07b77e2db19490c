"""A file that is read and written in pieces, back and forth."""

# fix: Use aiofiles
# stall: none

import os
import tempfile

import aiofiles


async def main():
    path = os.path.join(tempfile.mkdtemp(), "a.bin")
    with open(path, "wb") as file:
        file.writelines([b"0123", b"4567"])
        file.flush()
        print(file.tell())
    with open(path, "r+b") as file:
        pieces = []
        while piece := file.read(3):
            pieces.append(piece)
        file.seek(2)
        file.truncate()
        print(pieces, file.seek(0), file.readlines(), file.mode)
    async with aiofiles.open(path) as left:
        print(await left.read())
