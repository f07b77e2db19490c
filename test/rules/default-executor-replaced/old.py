# target: 3.10
"""Before Python 3.11 a process pool was accepted."""

import asyncio
from concurrent.futures import ProcessPoolExecutor


async def main():
    asyncio.get_running_loop().set_default_executor(ProcessPoolExecutor())  # finding: [default-executor-replaced] error
    return await asyncio.to_thread(sum, [1, 2])
