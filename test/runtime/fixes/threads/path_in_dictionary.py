"""A dictionary of contents has the same keys in the same order."""

from pathlib import Path

from slow_file import slow_file

# fix: Run `path.read_bytes` in a thread

slow_file("slow", "slow")

Path("quick").write_text("quick")


async def main():
    print({path.name: len(path.read_bytes()) for path in (Path("quick"), Path("slow"))})
