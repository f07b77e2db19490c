"""A coroutine that was handed to a thread never ran: awaited, it does, and gives what it returns."""
# fix: Await the coroutine
# stall: none, because nothing waits

import asyncio


async def load(name, *, mark="!"):
    await asyncio.sleep(0)
    return name + mark


async def failing():
    await asyncio.sleep(0)
    raise ValueError("failed")


async def outcome(awaitable):
    try:
        result = await awaitable
        return await result if asyncio.iscoroutine(result) else result
    except ValueError as error:
        return repr(error)


async def main():
    print(await outcome(asyncio.to_thread(load, "a")))
    print(await outcome(asyncio.to_thread(load, "b", mark="?")))
    print(await outcome(asyncio.to_thread(failing)))
