"""A file whose every reader waits: a FIFO that a thread writes to. Programs may import it."""

import os
import threading
import time


def slow_file(path, text: str, delay: float = 0.3) -> None:
    """Makes a file at `path` that gives every reader `text` after `delay` seconds; one reader at a time."""
    os.mkfifo(path)
    threading.Thread(target=feed, args=(path, text, delay), daemon=True).start()


def feed(path, text: str, delay: float) -> None:
    while True:
        with open(path, "wb", buffering=0) as file:  # waits for a reader
            time.sleep(delay)
            file.write(text.encode())
        time.sleep(0.03)  # the reader must see the end before the next round begins
