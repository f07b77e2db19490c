"""What paths are asked and told is the same with those of anyio."""

# fix: Use anyio.Path

import os
import tempfile
import threading
import time
from pathlib import Path

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
    folder = Path(tempfile.mkdtemp()) / "a"
    folder.mkdir(parents=True)
    path = folder / "b.txt"
    print(path.exists(), path.write_text("text", encoding="utf-8"), path.is_file())
    print(Path(path).read_text().upper(), (folder / "b.txt").stat().st_size, path.read_bytes()[:2])
    path.unlink()
    path.unlink(missing_ok=True)
    print(Path(slow_file("slow")).read_text(), path.exists())
