"""`nest_asyncio` lets loops nest."""
import asyncio

import nest_asyncio

nest_asyncio.apply()


async def work():
    return 1


async def main():
    asyncio.run(work())  # ok: patched
