"""A file lock that another process holds: asked for again and again, with pauses."""
import fcntl
import os
import time


class FileLock:
    def __init__(self, path):
        self.file = open(path, "w")

    def __enter__(self):
        for _ in range(4):
            try:
                fcntl.flock(self.file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                time.sleep(0.02)
        return self

    def __exit__(self, *exc):
        self.file.close()


async def main():
    with FileLock(os.environ["LOCKED_FILE"]):
        pass
