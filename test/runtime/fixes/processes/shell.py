"""A command of the shell, its status and its merged output."""

# fix: Use asyncio.create_subprocess

import os
import subprocess


async def main():
    status, text = subprocess.getstatusoutput("sleep 0.3; echo out; echo err >&2; exit 3")
    print(status, text)
    print(repr(subprocess.getoutput("printf 'a\\n\\n'")))
    result = subprocess.run("echo $NAME | tr a b", shell=True, env={"NAME": "aha", "PATH": os.defpath}, stdout=subprocess.PIPE)
    print(result.stdout, result.returncode)
