"""A file that is opened, read, and closed by hand."""

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
    path = slow_file("one\ntwo\n")
    before = "before"
    file = open(path)
    head = file.readline().strip()
    try:
        rest = file.read()
    finally:
        file.close()
    print(before, head, rest)
