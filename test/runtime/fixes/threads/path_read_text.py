"""The text of a file is decoded as before."""

from pathlib import Path

from slow_file import slow_file

# fix: Run `path.read_text` in a thread

slow_file("slow", "one\ntwo é\n")


async def main():
    path = Path("slow")
    lines = path.read_text(encoding="utf-8").splitlines()
    print(len(lines), [ascii(line) for line in lines])
    print(path.read_text("utf-8", errors="strict").count("\n"))
