"""JSON that is read from one file and written to another."""

# fix: Use aiofiles

import json
import os
import tempfile
import threading
import time

import aiofiles


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
    source = slow_file('{"b": [1, 2], "a": "\u00e9"}')
    target = os.path.join(tempfile.mkdtemp(), "a.json")
    with open(source, encoding="utf-8") as reader, open(target, "w", encoding="utf-8") as writer:
        data = json.load(reader, object_hook=lambda pairs: dict(sorted(pairs.items())))
        json.dump(data, writer, indent=2, ensure_ascii=False)
    async with aiofiles.open(target, encoding="utf-8") as written:
        print(await written.read())
