"""What a process wrote, and how it ended."""

import subprocess
import sys

# fix: Run `subprocess.run` in a thread

SLOW = "import sys, time; time.sleep(0.3); print(sys.argv[1]); sys.exit(len(sys.argv[1]))"


async def main():
    done = subprocess.run([sys.executable, "-c", SLOW, "abc"], capture_output=True, text=True, check=False)
    print(done.returncode, done.stdout.strip(), done.stderr)
    print(subprocess.run([sys.executable, "-c", SLOW, "ab"], stdout=subprocess.PIPE).returncode)
