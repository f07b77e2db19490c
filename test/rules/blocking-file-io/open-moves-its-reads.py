"""One finding for a file that is opened and read in one function; a file that comes from elsewhere is read on its own."""
import json
from typing import TextIO


async def in_one_place(path):
    with open(path) as file:  # finding: [blocking-file-io]
        for line in file:  # ok: moves with the `open`
            print(line)
        file.seek(0)
        file.readlines()  # ok: moves with the `open`
    handle = open(path)  # finding: [blocking-file-io]
    handle.close()  # ok: moves with the `open`


async def elsewhere(file: TextIO):
    return json.load(file)  # ok: nobody is seen to pass a real file, and a TextIO may be in memory


def opened(path):
    return open(path)


async def by_factory(path):
    file = opened(path)  # finding: [blocking-file-io] via opened > open
    return file.read()  # ok: moves with the `open`, one call away
