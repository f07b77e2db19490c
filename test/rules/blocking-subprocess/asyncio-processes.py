"""asyncio's processes have `wait` and `communicate` too."""
import asyncio
from asyncio import create_subprocess_shell, subprocess


async def run():
    process = await asyncio.create_subprocess_exec('ls', stdout=subprocess.PIPE)
    await process.wait()  # ok
    await asyncio.wait_for(process.communicate(), 10)  # ok: a coroutine
    waiter = asyncio.create_task(process.wait())  # ok
    other = await create_subprocess_shell('ls')
    output, _ = await other.communicate()  # ok
    line = await process.stdout.readline()  # ok
    return waiter, output, line
