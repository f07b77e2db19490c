"""More output than a pipe holds, on both streams at once."""

# fix: Use asyncio.create_subprocess

import subprocess
import sys

SLOW = "import time; time.sleep(0.3); "
CODE = SLOW + "import sys; sys.stderr.write('e' * 300_000); sys.stdout.write('o' * 300_000)"


async def main():
    result = subprocess.run([sys.executable, "-c", CODE], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    print(len(result.stdout), len(result.stderr), result.returncode)
