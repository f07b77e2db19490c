"""The thread sees the context variables of the task."""

# fix: Move the

import contextvars
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


name = contextvars.ContextVar("name", default="nobody")


def greeting(file):
    return file.read().format(name.get())


async def main():
    name.set("somebody")
    path = slow_file("hello {}")
    with open(path) as file:
        text = greeting(file)
    print(text)
