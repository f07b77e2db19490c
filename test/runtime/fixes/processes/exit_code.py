"""The exit code decides, and a signal's is negative."""

# fix: Use asyncio.create_subprocess

import subprocess
import sys

SLOW = "import time; time.sleep(0.3); "


async def main():
    if subprocess.call([sys.executable, "-c", SLOW]) != 0:
        print("failed")
    code = subprocess.call([sys.executable, "-c", "import os; os.kill(os.getpid(), 9)"])
    print(code)
    print(subprocess.run([sys.executable, "-c", "raise SystemExit(7)"]).returncode + 1)
