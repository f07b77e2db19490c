"""The output of a shell is read to its end, as text."""

# fix: Use asyncio.create_subprocess

import os


async def main():
    for word in os.popen("sleep 0.3; echo a b; echo c").read().split():
        print(word)
