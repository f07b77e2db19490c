"""A helper that only coroutines call pauses as long, and in the same order."""
# fix: Make `pause` async
import time


def pause(seconds, name):
    print("before", name)
    time.sleep(seconds)
    return name.upper()


async def both():
    return pause(0.3, "a") + pause(0.1, name="b")


async def main():
    print(await both())
    print([pause(0.1, name) for name in "cd"])
    if pause(0.1, "e").isupper():
        print(f"{pause(0.1, 'f')}!")
