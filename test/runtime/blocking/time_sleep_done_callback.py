"""A done callback runs on the loop."""
import asyncio
import time


class Supervisor:
    def finished(self, task):
        time.sleep(0.08)

    async def run(self):
        task = asyncio.create_task(asyncio.sleep(0))
        task.add_done_callback(self.finished)
        await task
        await asyncio.sleep(0.01)


async def main():
    await Supervisor().run()
