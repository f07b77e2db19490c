"""A process that is started, talked to and asked how it ended."""

# fix: Use asyncio.create_subprocess

import subprocess
import sys

SLOW = "import time; time.sleep(0.3); "
CODE = SLOW + "import sys; print(sys.stdin.read().upper())"


async def main():
    child = subprocess.Popen([sys.executable, "-c", CODE], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    out, err = child.communicate("to it")
    print(out, err, child.returncode)
    other = subprocess.Popen([sys.executable, "-c", "raise SystemExit(4)"])
    print(other.wait(), other.returncode)
