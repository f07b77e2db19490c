"""`time.sleep(0)` gives up the time slice, and nothing more."""
import time


async def main():
    time.sleep(0)
