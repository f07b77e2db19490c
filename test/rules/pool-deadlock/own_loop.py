"""The loop's thread waits for its own loop."""

import asyncio


async def work():
    await asyncio.sleep(0)
    return 1


async def direct():
    return asyncio.run_coroutine_threadsafe(work(), asyncio.get_running_loop()).result()  # finding: [pool-deadlock] error


async def named():
    loop = asyncio.get_event_loop()
    future = asyncio.run_coroutine_threadsafe(work(), loop)
    return future.result(5)  # finding: [pool-deadlock] error


def plain():
    loop = asyncio.get_running_loop()
    return asyncio.run_coroutine_threadsafe(work(), loop).result()  # finding: [pool-deadlock] error


def in_a_thread(loop: asyncio.AbstractEventLoop):
    return asyncio.run_coroutine_threadsafe(work(), loop).result()  # ok: another thread waits


async def near_misses(other: asyncio.AbstractEventLoop):
    loop = asyncio.get_running_loop()
    await asyncio.to_thread(in_a_thread, loop)  # ok: a thread waits
    asyncio.run_coroutine_threadsafe(work(), loop)  # ok: nobody waits
    await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(work(), loop))  # ok: awaited
    asyncio.run_coroutine_threadsafe(work(), other).result()  # finding: [blocking-wait]
