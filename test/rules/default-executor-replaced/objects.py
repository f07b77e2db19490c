"""Executors that objects keep."""

import asyncio
from concurrent.futures import InterpreterPoolExecutor, ThreadPoolExecutor


class Server:
    def __init__(self):
        self.pool = InterpreterPoolExecutor()
        self.threads = ThreadPoolExecutor()

    async def start(self):
        loop = asyncio.get_running_loop()
        loop.set_default_executor(self.pool)  # finding: [default-executor-replaced] error
        loop.set_default_executor(self.threads)  # ok: of threads


class Loop:
    def set_default_executor(self, executor):
        self.executor = executor


def own(loop: Loop):
    loop.set_default_executor(InterpreterPoolExecutor())  # ok: the program's own
