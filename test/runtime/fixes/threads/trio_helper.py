"""Under trio: errors of a helper in a thread are the caller's."""

import subprocess
import sys

import trio

# loop: trio
# fix: Run `output_of` in a thread


def output_of(code):
    return subprocess.check_output([sys.executable, "-c", f"import time; time.sleep(0.3); {code}"], text=True)


async def main():
    await trio.lowlevel.checkpoint()
    print(output_of("print(6 * 7)").strip())
    try:
        output_of("raise SystemExit(2)")
    except subprocess.CalledProcessError as error:
        print(error.returncode)
