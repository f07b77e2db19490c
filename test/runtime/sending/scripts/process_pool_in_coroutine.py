# fails: since 3.14
import asyncio
from concurrent.futures import ProcessPoolExecutor


def work(n):
    return n


async def main():
    pool = ProcessPoolExecutor(1)
    print(await asyncio.get_running_loop().run_in_executor(pool, work, 1))


asyncio.run(main())
