"""Errors of a process, and output that goes straight to the terminal."""

import subprocess
import sys

# fix: Run `subprocess.check_output` in a thread
# fix: Run `subprocess.check_call` in a thread

SLOW = "import sys, time; time.sleep(0.3); print('out', flush=True); sys.exit(int(sys.argv[1]))"


async def main():
    command = [sys.executable, "-c", SLOW]
    try:
        subprocess.check_output([*command, "3"], text=True)
    except subprocess.CalledProcessError as error:
        print(error.returncode, error.output.strip())
    try:
        subprocess.check_output([*command, "0"], timeout=0.25)
    except subprocess.TimeoutExpired as error:
        print(error.timeout)
    print(subprocess.check_call([*command, "0"]), flush=True)
