"""A copied context runs the function, in the thread."""
import asyncio
import contextvars
import time

name = contextvars.ContextVar("name", default="nobody")


def who():
    time.sleep(0.05)
    return name.get()


async def main():
    name.set("somebody")
    context = contextvars.copy_context()
    assert await asyncio.get_running_loop().run_in_executor(None, context.run, who) == "somebody"
