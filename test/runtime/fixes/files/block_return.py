"""A function returns from inside of the block, and otherwise goes on behind it."""

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


async def first_word(path):
    if path is not None:
        with open(path) as file:
            return file.read().split()[0]
    return "none"


async def main():
    print(await first_word(slow_file("one two")), await first_word(None))
