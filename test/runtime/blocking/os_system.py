"""A shell, from a callback that the loop runs."""
import asyncio
import os


def reload():
    os.system("sleep 0.08")


async def main():
    asyncio.get_running_loop().call_soon(reload)
    await asyncio.sleep(0.02)
