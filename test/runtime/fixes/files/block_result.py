"""The value that a block reads comes back from its function."""

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


async def main():
    path = slow_file("one two\n")
    with open(path) as file:
        words = file.read().split()
    print(words)
