"""The project's own wrapper that hands its parameter on to a thread; a helper reached only through it stays silent."""
import asyncio
import functools
from concurrent.futures import ThreadPoolExecutor

import requests


class Hub:
    def __init__(self):
        self.loop = asyncio.new_event_loop()
        self.pool = ThreadPoolExecutor()

    def async_add_executor_job(self, target, *args):
        return self.loop.run_in_executor(self.pool, target, *args)

    async def run(self, function, *args, **kwargs):
        return await asyncio.to_thread(functools.partial(function, *args, **kwargs))


async def run_file_io(function, *args):
    return await asyncio.to_thread(function, *args)


def offloaded(function):
    @functools.wraps(function)
    async def run(*args, **kwargs):
        return await asyncio.to_thread(function, *args, **kwargs)

    return run


@offloaded
def download(url):
    return requests.get(url)


def helper(url):
    return requests.get(url)


async def main(hub: Hub, url):
    await hub.async_add_executor_job(helper, url)  # ok
    await hub.async_add_executor_job(lambda: requests.get(url))  # ok
    await hub.run(helper, url)  # ok
    await run_file_io(helper, url)  # ok
    await run_file_io(functools.partial(requests.get, url))  # ok
    await download(url)  # ok
    await run_file_io(helper(url))  # finding: [evaluated-before-offload]
