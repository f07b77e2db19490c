"""What is copied in a thread is there when the call is over."""

import asyncio
import os
import shutil

from slow_file import slow_file

# fix: Run `shutil.copyfileobj` in a thread

slow_file("slow", "copied\n" * 3)


def opened():
    return open("slow"), open("copy", "w")


async def main():
    source, target = await asyncio.to_thread(opened)
    shutil.copyfileobj(source, target)
    source.close()
    target.close()
    print(os.path.getsize("copy"))
