"""An exception of the block is caught outside of it, with what was there before."""

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


async def load(path):
    config = {"default": True}
    try:
        with open(path) as file:
            config = json.load(file)
    except ValueError as error:
        print(type(error).__name__, error)
    return config


async def main():
    print(await load(slow_file('{"a": 1}')))
    print(await load(slow_file("{no json")))
