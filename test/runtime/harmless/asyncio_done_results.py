"""Results of what is done are there at once."""
import asyncio


async def one():
    await asyncio.sleep(0.03)
    return 1


async def main():
    done, pending = await asyncio.wait([asyncio.create_task(one()) for _ in range(3)])
    assert not pending
    assert sum(task.result() for task in done) == 3
