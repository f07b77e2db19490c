"""A search that may end in the middle of the block, or return nothing."""

# fix: Move the

import os
import tempfile
import threading
import time


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


async def find(path, word):
    with open(path) as file:
        for number, line in enumerate(file):
            if word in line:
                return number, line.strip()


async def main():
    print(await find(slow_file("a\nb\nc\n"), "b"))
    print(await find(slow_file("a\nb\nc\n"), "z"))
