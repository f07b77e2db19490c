"""The call at the top is what the guard must stand around."""

import asyncio
from concurrent.futures import ProcessPoolExecutor


def square(n):
    return n * n


def compute():
    with ProcessPoolExecutor() as pool:
        return list(pool.map(square, range(10)))  # ok: it depends on who calls


async def main():
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, square, 2))  # ok: a thread
    compute()  # finding: [blocking-wait]


asyncio.run(main())  # finding: [missing-main-guard] error via asyncio.run > compute > pool.map
