"""The command is done, and whether it worked decides."""

# fix: Use asyncio.create_subprocess

import os


async def main():
    if os.system("sleep 0.3; exit 3") != 0:
        print("failed")
    status = os.system("true")
    print("failed" if status else "worked")
    if not os.system("kill -9 $$"):
        print("not killed")
