"""A file that is opened and read in one expression, which is evaluated only sometimes."""

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
    for wanted in (False, True):
        text = wanted and open(slow_file("a b c")).read().split()
        print(text)
    lines = [line.strip().upper() for line in open(slow_file("x\ny\n"))]
    print(lines)
