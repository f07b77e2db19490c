"""In a module of anyio: results, errors and time limits as before."""

# fix: Use anyio.run_process

import subprocess
import sys

import anyio

SLOW = "import time; time.sleep(0.3); "


async def main():
    result = subprocess.run([sys.executable, "-c", SLOW + "print('a')"], capture_output=True, text=True)
    print(result.returncode, result.stdout.strip(), repr(result.stderr))
    try:
        subprocess.check_output([sys.executable, "-c", "raise SystemExit(5)"])
    except subprocess.CalledProcessError as error:
        print(error.returncode, error.stdout)
    try:
        subprocess.run([sys.executable, "-c", "import time; time.sleep(9)"], timeout=0.4)
    except subprocess.TimeoutExpired as error:
        print(round(error.timeout, 1))
    print(subprocess.call("exit 3", shell=True))
    print(subprocess.check_output([sys.executable, "-c", "import sys; print(sys.stdin.read())"], input=b"in"))
    await anyio.sleep(0.05)
