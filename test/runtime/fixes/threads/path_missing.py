"""The error of a missing file is the same, and so is what runs besides it."""

from pathlib import Path

from slow_file import slow_file

# fix: Run `Path(name).read_text` in a thread

slow_file("slow", "there")


async def read(name: str) -> str:
    try:
        return Path(name).read_text()
    except FileNotFoundError as error:
        return f"{error.filename}: {error.strerror}"


async def main():
    print(await read("slow"))
    print(await read("nowhere"))
