"""Several values, the file among them, are read behind the block."""

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
    path = slow_file("head\nfirst\nsecond\n")
    with open(path, encoding="utf-8") as file:
        head = file.readline()
        rest = [line.strip() for line in file]
        unused = 1
    print(head, rest, file.closed, file.encoding)
