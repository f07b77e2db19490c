"""What a thread asks of the loop is done by the loop, and wakes it."""
# fix: Use call_soon_threadsafe
# fix: Use run_coroutine_threadsafe
# stall: none, because threads do the work

import asyncio

seen = []


async def note(text):
    await asyncio.sleep(0)
    seen.append(text)


def ask(queue: asyncio.Queue, done: asyncio.Event, loop: asyncio.AbstractEventLoop):
    loop.call_soon(seen.append, "called")
    loop.create_task(note("task"))
    queue.put_nowait("item")
    done.set()


async def main():
    queue = asyncio.Queue()
    done = asyncio.Event()
    await asyncio.to_thread(ask, queue, done, asyncio.get_running_loop())
    await asyncio.wait_for(done.wait(), 5)
    await asyncio.sleep(0.1)
    print(sorted(seen), await queue.get())
