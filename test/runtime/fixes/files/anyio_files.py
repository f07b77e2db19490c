"""The same with files of anyio."""

# fix: Use anyio.open_file

import json
import os
import tempfile
import threading
import time

import anyio


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
    await anyio.sleep(0)
    path = slow_file("one\ntwo\nthree\n")
    with open(path) as file:
        head = file.readline()
        lines = [line.strip() for line in file]
    copy = os.path.join(tempfile.mkdtemp(), "copy.json")
    with open(copy, "w") as file:
        json.dump({"head": head}, file)
    with open(copy) as file:
        print(lines, json.load(file), file.name == copy)
