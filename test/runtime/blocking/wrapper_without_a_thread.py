"""Named like an offload; it is none."""
import subprocess


async def run_async(function, *args, **kwargs):
    return function(*args, **kwargs)


async def main():
    await run_async(subprocess.check_output, ["sleep", "0.08"])
