"""Keywords of the function reach it through a partial."""
# fix: Hand over the function

import asyncio
import time

seen = []


def note(text, *, mark):
    time.sleep(0.3)
    seen.append(text + mark)


async def main():
    loop = asyncio.get_running_loop()
    await asyncio.gather(loop.run_in_executor(None, note("a", mark="?")), return_exceptions=True)
    print(seen)
