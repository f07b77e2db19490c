"""Copying between two files."""
import os
import shutil


def copy(source, target):
    with open(source, "rb") as read, open(target, "wb") as write:
        shutil.copyfileobj(read, write)


async def main():
    copy(os.environ["SLOW_FILE"], os.path.join(os.environ["SCRATCH"], "copy.json"))
