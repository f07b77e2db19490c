"""A helper that reads a file blocks whoever calls it on the loop, however many calls up."""
import json


def read(path):
    with open(path) as file:
        return json.load(file)


def load(path):
    return read(path) or {}


def unused(path):
    return load(path)


async def main(path):
    read(path)  # finding: [blocking-file-io] via read > open
#   ^^^^
    load(path)  # finding: [blocking-file-io] via load > read > open
    await inner(path)  # ok: reported inside `inner`
    coroutine = inner(path)  # ok: runs nothing yet
    return coroutine, load, read  # ok: named, not called


async def inner(path):
    return load(path)  # finding: [blocking-file-io] via load > read > open
