"""Work for a thread that nobody awaits."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import anyio
from starlette.concurrency import run_in_threadpool

pool = ThreadPoolExecutor()


def save(text):
    print(text)


async def dropped(text):
    asyncio.to_thread(save, text)  # finding: [unawaited-offload] error
#   ^^^^^^^^^^^^^^^^^
    anyio.to_thread.run_sync(save, text)  # finding: [unawaited-offload] error
    run_in_threadpool(save, text)  # finding: [unawaited-offload] error
    asyncio.to_thread(lambda: save(text))  # finding: [unawaited-offload] error
    loop = asyncio.get_running_loop()
    loop.run_in_executor(None, save, text)  # finding: [unawaited-offload] information
    asyncio.get_running_loop().run_in_executor(pool, save, text)  # finding: [unawaited-offload] information


def on_a_thread(text):
    asyncio.to_thread(save, text)  # finding: [unawaited-offload] error


async def used(text, jobs):
    await asyncio.to_thread(save, text)  # ok
    await (asyncio.to_thread(save, text))  # ok
    job = asyncio.to_thread(save, text)  # ok: awaited below
    await job
    task = asyncio.create_task(asyncio.to_thread(save, text))  # ok: the task awaits it
    await asyncio.gather(*[asyncio.to_thread(save, each) for each in text])  # ok
    await asyncio.wait_for(asyncio.to_thread(save, text), 1)  # ok
    jobs.append(asyncio.to_thread(save, text))  # ok: kept
    jobs["a"] = asyncio.to_thread(save, text)  # ok: kept
    future = asyncio.get_running_loop().run_in_executor(None, save, text)  # ok: kept
    pool.submit(save, text)  # ok: a future of threads; another rule's
    asyncio.get_running_loop().run_in_executor(None, save, text).add_done_callback(print)  # ok: somebody looks at it
    _ = asyncio.get_running_loop().run_in_executor(None, save, text)  # ok: meant to be dropped
    return task, future, asyncio.to_thread(save, text)  # ok: for the caller


def called_back(text):
    asyncio.get_running_loop().run_in_executor(None, save, text)  # ok: a callback cannot await


def given(text):
    return asyncio.to_thread(save, text)  # ok: for the caller


async def yields(text):
    yield asyncio.to_thread(save, text)  # ok: for the caller
