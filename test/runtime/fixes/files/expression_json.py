"""json.load of a file that is opened for it."""

# fix: Move the

import json
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
    path = slow_file('{"items": [1, 2]}')
    items = json.load(open(path, encoding="utf-8"))["items"]
    print(items, len(json.load(open(slow_file("[3]")))))
