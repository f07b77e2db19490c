"""An exit stack enters what it is given, as `with` does."""
import asyncio
import threading
from contextlib import AsyncExitStack, ExitStack, contextmanager


@contextmanager
def locked(path):
    with open(path) as file:
        yield file


async def together(paths, resource):
    with ExitStack() as stack:
        files = [stack.enter_context(locked(path)) for path in paths]  # finding: [blocking-file-io] via stack.enter_context > open
        stack.enter_context(resource)  # ok: not known
    async with AsyncExitStack() as stack:
        stack.enter_context(locked('a'))  # finding: [blocking-file-io]
        await stack.enter_async_context(resource)  # ok
    return files


async def at_the_end(thread: threading.Thread):
    with ExitStack() as stack:
        stack.callback(thread.join)  # finding: [blocking-wait]


def around(thread: threading.Thread):
    async def run():
        stack.callback(thread.join)  # ok: runs when the block below ends, behind the loop
        await asyncio.sleep(0)

    with ExitStack() as stack:
        asyncio.run(run())
