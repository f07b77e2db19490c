"""A list that has a name, and one that is put together."""

# fix: Use asyncio.create_subprocess

import subprocess
import sys

SLOW = "import time; time.sleep(0.3); "


async def main():
    command = [sys.executable, "-c", SLOW + "import sys; print(sys.argv[1:])"]
    arguments = ("a", "b c")
    print(subprocess.check_output(command))
    print(subprocess.check_output([*command, *arguments]))
    print(subprocess.check_output(command + ["d"]))
