"""A loop over the files of a folder."""

# fix: Move the
# stall: none

import tempfile
from pathlib import Path


def make_folder():
    folder = Path(tempfile.mkdtemp())
    for name in ("b.txt", "a.txt", "c.md"):
        (folder / name).write_text(name * 2)
    return folder


async def main():
    sizes = {}
    for path in make_folder().glob("*.txt"):
        sizes[path.name] = path.stat().st_size
    names = [path.name for path in make_folder().iterdir()]
    print(sorted(sizes.items()), sorted(names))
