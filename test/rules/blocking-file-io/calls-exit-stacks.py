"""An exit stack enters what it is given, as `with` does."""
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
