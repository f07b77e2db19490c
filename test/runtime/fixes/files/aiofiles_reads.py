"""What is read of a file, in all ways, is the same with aiofiles."""

# fix: Use aiofiles

import os
import tempfile
import threading
import time

import aiofiles


def slow_file(text):
    """The path of a file whose content comes after 0.3 seconds."""
    path = os.path.join(tempfile.mkdtemp(), "slow.txt")
    os.mkfifo(path)

    def write():
        time.sleep(0.3)
        with open(path, "w") as file:
            file.write(text)

    threading.Thread(target=write).start()
    return path


async def main():
    path = slow_file("one\ntwo\nthree\nfour\nfive")
    with open(path, encoding="utf-8") as file:
        head = file.readline().strip().upper()
        start = file.read(4)
        for line in file:
            print("line", repr(line))
            if line.startswith("th"):
                break
        rest = [line.strip() for line in file if line]
        print(head, start, rest, f"{file.read()!r}", file.encoding, file.closed)
    async with aiofiles.open(os.devnull) as nothing:
        print(repr(await nothing.read()))
