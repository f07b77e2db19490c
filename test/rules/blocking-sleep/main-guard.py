"""What runs under the main guard runs before the loop starts; coroutines called there are on the loop all the same."""
import asyncio
import time


async def main():
    time.sleep(1)  # finding: [blocking-sleep]


def prepare():
    time.sleep(1)  # ok: only called before the loop


if __name__ == '__main__':
    prepare()  # ok
    time.sleep(1)  # ok
    asyncio.run(main())
    time.sleep(1)  # ok
