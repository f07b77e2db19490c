"""What a block writes waits for its reader; what it writes with is read as it is then."""

# fix: Move the

import asyncio
import os
import tempfile
import threading
import time


def slow_reader():
    """The path of a file that somebody reads from after 0.3 seconds, and the list that he fills."""
    path = os.path.join(tempfile.mkdtemp(), "slow.txt")
    os.mkfifo(path)
    read = []

    def work():
        time.sleep(0.3)
        with open(path) as file:
            read.append(file.read())

    thread = threading.Thread(target=work)
    thread.start()
    return path, read, thread


async def main():
    path, read, thread = slow_reader()
    rows = ["a", "b"]
    rows.append("c")
    with open(path, "w") as file:
        for row in rows:
            print(row, file=file)
        file.write("end")
    await asyncio.to_thread(thread.join)
    print(read)
