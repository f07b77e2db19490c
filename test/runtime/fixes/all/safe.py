"""What `offloop check --fix` makes without being asked for more."""

import os
import subprocess
import sys
import time

# fix all: safe

SLOW = "import time; time.sleep(0.3); print('done')"


async def main():
    time.sleep(0.3)
    print(subprocess.run([sys.executable, "-c", SLOW], capture_output=True, text=True).stdout.strip())
    print(os.system("sleep 0.3"))
