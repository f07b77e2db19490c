"""The exit code of a shell command, part of a larger expression."""

import os

# fix: Run `os.system` in a thread


async def main():
    print("failed" if os.waitstatus_to_exitcode(os.system("sleep 0.3; exit 3")) == 3 else "fine")
