"""A block in a loop sees what the round before it made, and the names of its own round."""

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
    seen = []
    last = None
    for text in ("first", "second", ""):
        path = slow_file(text)
        with open(path) as file:
            content = file.read()
            if content:
                last = content
        seen.append((text, last))
        if not content:
            break
    print(seen)
