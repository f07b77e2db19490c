"""A block that stores what it read where others look."""

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


class Config:
    def __init__(self, path):
        self.path = path
        self.values = {}

    async def load(self):
        with open(self.path) as file:
            for line in file:
                name, _, value = line.partition("=")
                self.values[name] = value.strip()
        return len(self.values)


async def main():
    config = Config(slow_file("a=1\nb=2\n"))
    print(await config.load(), config.values)
