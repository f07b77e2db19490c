"""The output is used where the call stood."""

# fix: Use asyncio.create_subprocess

import subprocess
import sys

SLOW = "import time; time.sleep(0.3); "


async def main():
    names = [x.upper() for x in subprocess.check_output([sys.executable, "-c", SLOW + "print('a\\nb')"], text=True).split()]
    print(names)
    for line in subprocess.check_output([sys.executable, "-c", "print(1); print(2)"]).splitlines():
        print(int(line))
