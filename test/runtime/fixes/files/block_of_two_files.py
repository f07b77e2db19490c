"""One block that enters two files, with comments and a long string in it."""

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
    source = slow_file("text\n")
    target = os.path.join(tempfile.mkdtemp(), "copy.txt")
    # from here
    with open(source) as reader, open(target, "w") as writer:  # to there
        # all of it
        writer.write(reader.read())
        writer.write("""
    as it is
""")
        # the end
    with open(target) as copy:
        print(repr(copy.read()))
