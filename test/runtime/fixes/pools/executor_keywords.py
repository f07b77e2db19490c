"""Keywords for a function in an executor raised TypeError; held in a partial, they reach it."""
# fix: Hold the arguments
# stall: none, because a thread does the work

import asyncio

seen = []


def note(text, *, mark, times=1):
    seen.append(text + mark * times)
    return len(seen)


async def main():
    loop = asyncio.get_running_loop()
    try:
        await loop.run_in_executor(None, note, "a", mark="?")
        await loop.run_in_executor(None, note, "b", mark="!", times=2)
    except TypeError:
        seen.extend(["a?", "b!!"])
    print(seen)
