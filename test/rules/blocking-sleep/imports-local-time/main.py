"""Run as a script, this finds its neighbour `time.py` first."""
import time


async def main():
    time.sleep(1)  # ok: the project's own
