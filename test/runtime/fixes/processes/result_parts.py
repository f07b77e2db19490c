"""Exit code, output and errors are those of the process."""

# fix: Use asyncio.create_subprocess

import subprocess
import sys

SLOW = "import time; time.sleep(0.3); "
CODE = SLOW + "import sys; print(sys.argv); print('no', file=sys.stderr); sys.exit(2)"


async def main():
    result = subprocess.run([sys.executable, "-c", CODE, "a b", "*"], capture_output=True)
    if result.returncode:
        print("failed", result.returncode)
    print(result.stdout)
    print(result.stderr)
