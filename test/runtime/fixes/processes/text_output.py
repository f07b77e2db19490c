"""Text stays text, with letters that are not ASCII."""

# fix: Use asyncio.create_subprocess

import subprocess
import sys

SLOW = "import time; time.sleep(0.3); "


async def main():
    result = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", SLOW + "print('h\u00e9llo'); print(1)"], stdout=subprocess.PIPE, text=True
    )
    lines = result.stdout.splitlines()
    print(lines, f"{result.stdout!r}")
