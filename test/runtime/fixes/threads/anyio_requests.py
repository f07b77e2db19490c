"""anyio on asyncio."""

import os

import anyio
import requests

# fix: Run `requests.get` in a thread (anyio.to_thread.run_sync)
# fix: Use anyio.sleep
import time

SERVER = os.environ["HTTP_SERVER"]


async def load(path, results):
    time.sleep(0.3)
    results[path] = requests.get(SERVER + path, timeout=5).status_code


async def main():
    results = {}
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(load, "/json", results)
        tasks.start_soon(load, "/404", results)
    print(sorted(results.items()))
