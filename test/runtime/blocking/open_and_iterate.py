"""A file object, line by line."""
import os


def lines(path):
    with open(path, encoding="utf-8") as file:
        return [line.strip() for line in file]


async def main():
    assert lines(os.environ["SLOW_FILE"])
