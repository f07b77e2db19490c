"""A program that is not there raises the same error, which the same handlers catch."""

# fix: Use asyncio.create_subprocess
# stall: none, because nothing is started

import subprocess
import sys


async def main():
    try:
        result = subprocess.run(["there-is-no-such-program"], capture_output=True)
    except FileNotFoundError as error:
        print("missing", error.filename)
        return
    print(result.stdout)
