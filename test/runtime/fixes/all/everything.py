"""Everything at once: a request, a pause, a file, a process and a helper, in one program."""

import os
import subprocess
import sys
import time
from pathlib import Path

import requests
from slow_file import slow_file

# fix all: unsafe

SERVER = os.environ["HTTP_SERVER"]
slow_file("slow", "text of a file\n")


def answer(path, *, key):
    return requests.get(SERVER + path, timeout=5).json()[key]


async def gather():
    yield Path("slow").read_text(encoding="utf-8").split()
    time.sleep(0.3)
    yield subprocess.run([sys.executable, "-c", "print(1)"], capture_output=True, text=True).stdout
    yield answer("/json", key="items")  # through a helper


async def main():
    response = requests.get(f"{SERVER}/json", params={"page": 1}, timeout=5)
    response.raise_for_status()
    print(response.json()["answer"])
    async for each in gather():
        print(each)
