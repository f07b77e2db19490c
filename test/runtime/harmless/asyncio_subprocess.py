"""asyncio's processes: the same names, awaited."""
import asyncio


async def main():
    process = await asyncio.create_subprocess_exec("sleep", "0.05", stdout=asyncio.subprocess.PIPE)
    await asyncio.wait_for(process.communicate(), 5)
    shell = await asyncio.create_subprocess_shell("sleep 0.05")
    assert await shell.wait() == 0
