"""A process that takes too long is killed and raises what it raised."""

# fix: Use asyncio.create_subprocess

import subprocess
import sys

SLOW = "import time; time.sleep(0.3); "


async def main():
    try:
        subprocess.run([sys.executable, "-c", "import time; print(1, flush=True); time.sleep(9)"], timeout=0.4, stdout=subprocess.PIPE)
    except subprocess.TimeoutExpired as error:
        print(error.timeout, error.cmd[1:])
    print(subprocess.check_output([sys.executable, "-c", SLOW + "print('in time')"], timeout=8))
