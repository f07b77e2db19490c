"""Modules that import each other."""
import b
from b import nap


def start():
    return b.nap()


async def main():
    start()  # finding: [blocking-sleep] via start > b.nap > time.sleep
    nap()  # finding: [blocking-sleep] via nap > time.sleep
    b.around()  # finding: [blocking-sleep] via b.around > a.start > b.nap > time.sleep
