"""A wrapper that is a method, two steps from run_in_executor."""
import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


class Core:
    def __init__(self):
        self.loop = asyncio.get_running_loop()
        self.pool = ThreadPoolExecutor(2)

    def add_job(self, target, *args):
        return self.loop.run_in_executor(self.pool, target, *args)

    async def async_add_job(self, target, *args):
        return await self.add_job(target, *args)


class Light:
    def __init__(self, core: Core):
        self.core = core

    def turn_on(self, seconds):
        time.sleep(seconds)

    async def async_turn_on(self):
        await self.core.async_add_job(self.turn_on, 0.08)


async def main():
    await Light(Core()).async_turn_on()
