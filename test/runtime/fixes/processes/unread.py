"""The process runs to its end before the next statement."""

# fix: Use asyncio.create_subprocess

import subprocess
import sys

SLOW = "import time; time.sleep(0.3); "


async def main():
    marker = "marker"
    subprocess.run([sys.executable, "-c", SLOW + "import sys; open(sys.argv[1], 'w').write('done')", marker])
    with open(marker) as file:
        print(file.read())
