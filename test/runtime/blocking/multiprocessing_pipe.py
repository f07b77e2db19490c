"""The other end of a pipe answers late."""
import multiprocessing
import threading

ours, theirs = multiprocessing.Pipe()


async def main():
    threading.Timer(0.08, theirs.send, ["hello"]).start()
    assert ours.recv() == "hello"
