"""What threads do to a loop, and to what belongs to it."""

import asyncio
import threading


def read(queue: asyncio.Queue, done: asyncio.Event):
    queue.put_nowait("a line")  # finding: [loop-call-from-thread] error
#   ^^^^^^^^^^^^^^^^
    done.set()  # finding: [loop-call-from-thread] error


def plan(loop: asyncio.AbstractEventLoop, future: asyncio.Future):
    loop.call_soon(print)  # finding: [loop-call-from-thread] error
    loop.call_later(1, print)  # finding: [loop-call-from-thread] error
    loop.create_task(work())  # finding: [loop-call-from-thread] error
    asyncio.create_task(work())  # finding: [loop-call-from-thread] error
    answer(future)


def answer(future: asyncio.Future):
    future.set_result(1)  # finding: [loop-call-from-thread] error


def right(loop: asyncio.AbstractEventLoop, queue: asyncio.Queue):
    loop.call_soon_threadsafe(queue.put_nowait, "a line")  # ok: wakes the loop
    asyncio.run_coroutine_threadsafe(work(), loop)  # ok: wakes the loop


def by_both(done: asyncio.Event):
    done.set()  # ok: the loop runs it, too


def by_nobody(done: asyncio.Event):
    done.set()  # ok: nobody knows who runs it


def loop_of_its_own():
    loop = asyncio.new_event_loop()
    loop.call_soon(print)  # ok: the thread's own loop
    done = asyncio.Event()
    done.set()  # ok: made here
    loop.run_forever()


def given_loop(loop: asyncio.AbstractEventLoop):
    asyncio.set_event_loop(loop)
    loop.call_soon(print)  # ok: this thread runs it
    loop.run_forever()


def with_threads(done: threading.Event):
    done.set()  # ok: an event of threads


async def work():
    await asyncio.sleep(0)


async def main():
    loop = asyncio.get_running_loop()
    queue = asyncio.Queue()
    done = asyncio.Event()
    future = loop.create_future()
    await asyncio.to_thread(read, queue, done)
    await loop.run_in_executor(None, plan, loop, future)
    await asyncio.to_thread(right, loop, queue)
    await asyncio.to_thread(by_both, done)
    await asyncio.to_thread(loop_of_its_own)
    await asyncio.to_thread(given_loop, asyncio.new_event_loop())
    await asyncio.to_thread(with_threads, threading.Event())
    await asyncio.to_thread(lambda: done.set())  # finding: [loop-call-from-thread] error
    by_both(done)
    queue.put_nowait("b")  # ok: on the loop
    done.set()  # ok: on the loop
