"""Calling, iterating and consuming objects of the program runs their methods."""
from pathlib import Path


class Loader:
    def __call__(self, name):
        return Path(name).read_text()


class Lines:
    def __iter__(self):
        return iter(Path('a').read_text())


class Rows:
    def __iter__(self):
        return self

    def __next__(self):
        return Path('a').read_text()


class Quiet:
    def __iter__(self):
        return iter(())


async def main():
    load = Loader()
    load('a')  # finding: [blocking-file-io] via load > pathlib.Path.read_text
    for line in Lines():  # finding: [blocking-file-io]
        print(line)
    for row in Rows():  # finding: [blocking-file-io]
        print(row)
    list(Lines())  # finding: [blocking-file-io]
    [line for line in Lines()]  # finding: [blocking-file-io]
    for nothing in Quiet():  # ok
        print(nothing)
    Lines()  # ok: not iterated
