"""Bytes and text are written to the process, and then its input ends."""

# fix: Use asyncio.create_subprocess

import subprocess
import sys

SLOW = "import time; time.sleep(0.3); "
CODE = SLOW + "import sys; data = sys.stdin.buffer.read(); sys.stdout.buffer.write(data + b'.')"


async def main():
    text = "h\u00e9"
    result = subprocess.run([sys.executable, "-c", CODE], input=text + "!", capture_output=True, encoding="utf-8")
    print(ascii(result.stdout))
    print(subprocess.check_output([sys.executable, "-c", CODE], input=b"x" * 200_000)[-20:])
