"""A loop over the lines of a file, with a break and an else of its own."""

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
    words = []
    for line in open(slow_file("a\nb\nstop\nc\n")):
        if line == "stop\n":
            break
        words.append(line.strip())
    else:
        words.append("all")
    print(words)
