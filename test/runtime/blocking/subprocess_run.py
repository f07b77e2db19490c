"""A command behind a helper that adds its own arguments."""
import subprocess


def command(*args, **kwargs):
    kwargs.setdefault("check", True)
    return subprocess.run(list(args), **kwargs)


async def main():
    command("sleep", "0.08", capture_output=True)
