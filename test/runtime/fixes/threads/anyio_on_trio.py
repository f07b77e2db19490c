"""anyio on trio."""

from pathlib import Path

import anyio
from slow_file import slow_file

# loop: trio
# fix: Run `Path("slow").read_text` in a thread (anyio.to_thread.run_sync)

slow_file("slow", "text")


async def main():
    with anyio.fail_after(5):
        print(Path("slow").read_text(encoding="utf-8").upper())
