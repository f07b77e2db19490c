"""Default executors that `asyncio.to_thread` cannot use."""

import asyncio
import concurrent.futures
from concurrent.futures import InterpreterPoolExecutor, ProcessPoolExecutor, ThreadPoolExecutor

processes = ProcessPoolExecutor()


class Workers(ProcessPoolExecutor):
    pass


class Threads(ThreadPoolExecutor):
    pass


async def hits(loop: asyncio.AbstractEventLoop):
    loop.set_default_executor(ProcessPoolExecutor())  # finding: [default-executor-replaced] error
#   ^^^^^^^^^^^^^^^^^^^^^^^^^
    loop.set_default_executor(processes)  # finding: [default-executor-replaced] error
    asyncio.get_running_loop().set_default_executor(InterpreterPoolExecutor(4))  # finding: [default-executor-replaced] error
    loop.set_default_executor(Workers())  # finding: [default-executor-replaced] error
    pool = concurrent.futures.ProcessPoolExecutor(2)
    loop.set_default_executor(executor=pool)  # finding: [default-executor-replaced] error


def before_the_loop_runs():
    loop = asyncio.new_event_loop()
    loop.set_default_executor(InterpreterPoolExecutor())  # finding: [default-executor-replaced] error
    return loop


async def near_misses(loop: asyncio.AbstractEventLoop, executor, small):
    loop.set_default_executor(ThreadPoolExecutor(4))  # ok: of threads
    loop.set_default_executor(Threads())  # ok: of threads
    loop.set_default_executor(executor)  # ok: nobody knows
    loop.set_default_executor(ThreadPoolExecutor() if small else processes)  # ok: not certain
    await loop.run_in_executor(processes, sum, [1])  # ok: named where it is needed
