"""Pools of objects, and wrappers of the program's own."""

import asyncio
from concurrent.futures import ThreadPoolExecutor


class Loader:
    def __init__(self):
        self.pool = ThreadPoolExecutor()
        self.urls = []

    def later(self, function):
        return self.pool.submit(function)

    def all(self):
        jobs = [self.pool.submit(lambda: self.load(url)) for url in self.urls]  # finding: [late-binding-task] warning
        for url in self.urls:
            jobs.append(self.later(lambda: self.load(url)))  # finding: [late-binding-task] warning
            jobs.append(self.later(lambda: self.load("")))  # ok: reads nothing of the loop
        return jobs

    def load(self, url):
        return f"{self} {url}"


async def gathered(loader: Loader):
    async with asyncio.TaskGroup() as group:
        for url in loader.urls:
            group.create_task(asyncio.to_thread(lambda: loader.load(url)))  # finding: [late-binding-task] warning


for each in ["a", "b"]:
    Loader().pool.submit(lambda: print(each))  # finding: [late-binding-task] warning
