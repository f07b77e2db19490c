"""A process that takes too long is killed by the handler."""

# fix: Use asyncio.create_subprocess

import subprocess
import sys

SLOW = "import time; time.sleep(0.3); "


async def main():
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(9)"])
    try:
        child.wait(timeout=0.4)
    except subprocess.TimeoutExpired:
        print("too long")
        child.kill()
        child.wait()
    print(child.returncode)
