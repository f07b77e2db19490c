"""An encoding and a way to treat errors are kept."""

# fix: Use asyncio.create_subprocess

import subprocess
import sys

SLOW = "import time; time.sleep(0.3); "


async def main():
    code = SLOW + "import sys; sys.stdout.buffer.write(b'h\\xe9llo')"
    print(ascii(subprocess.check_output([sys.executable, "-c", code], encoding="latin-1")))
    print(ascii(subprocess.run([sys.executable, "-c", code], stdout=subprocess.PIPE, errors="replace", encoding="ascii").stdout))
