"""A future of `run_coroutine_threadsafe` is a `concurrent.futures` one: waiting for it on its own loop never ends."""
import asyncio


async def work():
    return 1


async def deadlock():
    loop = asyncio.get_running_loop()
    future = asyncio.run_coroutine_threadsafe(work(), loop)
    return future.result()  # finding: [pool-deadlock]


async def wrapped():
    future = asyncio.run_coroutine_threadsafe(work(), asyncio.get_running_loop())
    return await asyncio.wrap_future(future)  # ok


def from_a_thread(loop):
    return asyncio.run_coroutine_threadsafe(work(), loop).result()  # ok: nothing says that a loop runs this
