"""The folder, the environment and the closed streams are those that were asked for."""

# fix: Use asyncio.create_subprocess

import os
import subprocess
import sys

SLOW = "import time; time.sleep(0.3); "


async def main():
    code = SLOW + "import os, sys; print(os.getcwd(), os.environ.get('NAME'), sys.stdin.read())"
    result = subprocess.run(
        [sys.executable, "-c", code],
        cwd=os.sep,
        env={**os.environ, "NAME": "x"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    print(result.stdout)
