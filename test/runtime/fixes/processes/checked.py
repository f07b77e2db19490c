"""A process that fails raises with its command, its exit code and its output."""

# fix: Use asyncio.create_subprocess

import subprocess
import sys

SLOW = "import time; time.sleep(0.3); "


async def main():
    try:
        subprocess.run([sys.executable, "-c", SLOW + "print('out'); sys.exit(3)"], capture_output=True, check=True)
    except subprocess.CalledProcessError as error:
        print(error.returncode, error.cmd[1:], error.stdout, error.stderr.splitlines()[-1])
    subprocess.run([sys.executable, "-c", "pass"], check=True)
