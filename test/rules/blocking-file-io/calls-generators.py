"""A generator runs when it is iterated, not when it is called."""
from pathlib import Path


def texts(names):
    for name in names:
        yield Path(name).read_text()


def chained(names):
    yield from texts(names)


async def main(names):
    lazy = texts(names)  # ok: runs nothing yet
    for text in texts(names):  # finding: [blocking-file-io] via pathlib.Path.read_text
        print(text)
    for text in lazy:  # finding: [blocking-file-io]
        print(text)
    list(texts(names))  # finding: [blocking-file-io]
    tuple(texts(names))  # finding: [blocking-file-io]
    next(texts(names))  # finding: [blocking-file-io]
    any(texts(names))  # finding: [blocking-file-io]
    first, *rest = texts(names)  # finding: [blocking-file-io]
    ''.join(texts(names))  # finding: [blocking-file-io]
    for text in chained(names):  # finding: [blocking-file-io]
        print(text)
    for index, text in enumerate(texts(names)):  # finding: [blocking-file-io]
        print(index, text)
    expression = (Path(name).read_text() for name in names)  # ok: runs nothing yet
    return first, rest, expression


async def generator_expression(names):
    total = sum(len(Path(name).read_text()) for name in names)  # finding: [blocking-file-io]
    return total
