"""A helper that opens, reads and closes runs in the thread as a whole; its error is the caller's."""

import json

from slow_file import slow_file

# fix: Run `load` in a thread

slow_file("slow", '{"name": "a", "hosts": [1, 2]}')


def load(path, key=None, /, *, default=0):
    with open(path, encoding="utf-8") as file:
        settings = json.load(file)
    return settings if key is None else settings.get(key, default)


async def main():
    print(load("slow"))
    print(load("slow", "hosts"), load("slow", "users", default="nobody"))
    try:
        load("nowhere")
    except OSError as error:
        print(type(error).__name__)
