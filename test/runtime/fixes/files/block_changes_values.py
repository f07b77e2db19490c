"""Values that a block changes go in and come back; one is set only sometimes."""

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
    total = 10
    longest = ""
    path = slow_file("a\nlonger\nbb\n")
    with open(path) as file:
        for number, line in enumerate(file):
            total += number
            if len(line) > len(longest):
                longest = line.strip()
    print(total, longest)
